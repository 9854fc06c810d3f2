/**
 * A rule says no. `code` is what programs match on, `rule` the number in the rule book where a law decided,
 * and the message is what staff read. `path` names the field when the refusal is about one.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: string;
  readonly kind: RefusalKind;
  readonly rule: string | null;
  readonly errors: readonly FieldError[];

  constructor(
    kind: RefusalKind,
    code: string,
    message: string,
    more: { rule?: string; errors?: readonly FieldError[] } = {},
  ) {
    super(message);
    this.kind = kind;
    this.code = code;
    this.rule = more.rule ?? null;
    this.errors = more.errors ?? [];
  }
}

/**
 * `rule`: the case's state or the law forbids it; `forbidden`: this person may not; `shape`: the input is wrong;
 * `unknown`: there is no such thing; `stale`: the asker saw an older version.
 */
export type RefusalKind = 'rule' | 'forbidden' | 'shape' | 'unknown' | 'stale';

export interface FieldError {
  readonly path: string;
  readonly message: string;
}

export function refuse(code: string, message: string, rule?: string): never {
  throw new Refusal('rule', code, message, rule ? { rule } : {});
}

export function forbid(message: string): never {
  throw new Refusal('forbidden', 'forbidden', message);
}

/** A field of the command is wrong. */
export function wrong(path: string, message: string): never {
  throw new Refusal('shape', 'invalid-input', `${path}: ${message}`, { errors: [{ path, message }] });
}
