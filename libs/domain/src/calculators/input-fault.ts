export interface InputError {
  /** Where in the input, as `classes.0.share`. */
  readonly path: string;
  readonly message: string;
}

/** Input of the right shape that says something impossible; the API answers 400 with these `errors`. */
export class InputFault extends Error {
  readonly errors: readonly InputError[];

  constructor(errors: readonly InputError[]) {
    super(errors.map(({ path, message }) => `${path}: ${message}`).join('; '));
    this.name = 'InputFault';
    this.errors = errors;
  }
}

/** Throws InputFault when there is anything in the list. */
export function refuse(errors: readonly InputError[]): void {
  if (errors.length > 0) throw new InputFault(errors);
}

/** Throws InputFault for one place of the input. */
export function fault(path: string, message: string): never {
  throw new InputFault([{ path, message }]);
}
