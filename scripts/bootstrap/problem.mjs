/** Something the person at the keyboard can mend: its message says what to do, and is shown without a stack. */
export class Problem extends Error {}

/** Ends the process with a problem's text alone, or with the whole stack when it is a fault of ours. */
export function fail(error) {
  console.error(error instanceof Problem ? `\n${error.message}\n` : error);
  process.exit(1);
}
