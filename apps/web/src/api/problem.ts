export interface FieldError {
  path: string;
  message: string;
}

/** A refusal by the API (RFC 9457), or no answer at all (`status` 0). */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string | undefined;
  readonly fields: readonly FieldError[];

  constructor(status: number, document: Partial<Record<string, unknown>>) {
    const title = typeof document.title === 'string' ? document.title : wordsForStatus(status);
    super(typeof document.detail === 'string' ? document.detail : title);
    this.status = status;
    this.title = title;
    this.code = typeof document.code === 'string' ? document.code : String(status);
    this.detail = typeof document.detail === 'string' ? document.detail : undefined;
    this.fields = Array.isArray(document.errors) ? document.errors.filter(isFieldError) : [];
  }
}

function isFieldError(value: unknown): value is FieldError {
  return typeof value === 'object' && value !== null && 'path' in value && 'message' in value;
}

/** What to tell a person when the API gave no words of its own. Says what to do next. */
export function wordsForStatus(status: number): string {
  if (status === 0) return 'Headgate does not answer. Check the network; what you wrote is kept here.';
  if (status === 401) return 'You are signed out. Sign in again.';
  if (status === 403) return 'Your role may not do this. Ask the lead of the department.';
  if (status === 404) return 'There is nothing here by that name, or you may not see it.';
  if (status === 412) return 'Somebody changed this meanwhile. Look at the changes and save again.';
  if (status === 413) return 'That is too large to send.';
  if (status === 429) return 'Too many requests. Wait a moment and try again.';
  if (status >= 500) return 'Headgate could not do this now. Try again in a moment.';
  return 'Headgate refused this.';
}

/** The last name of a field's path: `/details/period`, `details.period` and `period` all speak of `period`. */
export function fieldOf(path: string): string {
  return path.split(/[./]/).filter(Boolean).at(-1) ?? '';
}

/** Messages by field, for a form that shows the fields `names`; the others come back as `rest`. */
export function byField(
  problem: Problem,
  names: readonly string[],
): { fields: Record<string, string>; rest: string[] } {
  const fields: Record<string, string> = {};
  const rest: string[] = [];
  for (const { path, message } of problem.fields) {
    const name = fieldOf(path);
    if (names.includes(name)) fields[name] ??= message;
    else rest.push(name ? `${name}: ${message}` : message);
  }
  if (problem.fields.length === 0) rest.push(problem.message);
  return { fields, rest };
}
