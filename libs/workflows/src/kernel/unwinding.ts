/** The procedure can go no further until something happens. Thrown to the top; never caught by a procedure. */
export class Waiting extends Error {
  override readonly name = 'Waiting';
}

/** The case moved while the procedure looked at an older view: run again from the top. */
export class Stale extends Error {
  override readonly name = 'Stale';
}

/** The procedure has ended its case. */
export class Ended extends Error {
  override readonly name = 'Ended';
}
