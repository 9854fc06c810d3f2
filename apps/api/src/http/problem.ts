import type { FieldError } from '@headgate/domain/case';
import { z } from 'zod';

/** An error as RFC 9457 has it, with the code that programs match on. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    code: z.string(),
    rule: z.string().optional(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem' });

const titles: Readonly<Record<number, string>> = {
  400: 'The request is not right',
  401: 'Sign in first',
  403: 'Not allowed',
  404: 'Not found',
  405: 'This cannot be done here',
  406: 'Not available in that form',
  408: 'The request took too long',
  409: 'A rule refuses this',
  412: 'Changed meanwhile',
  413: 'Too large',
  414: 'The address is too long',
  415: 'Not in that form',
  422: 'The key was used for something else',
  429: 'Too many requests',
  431: 'The headers are too large',
  500: 'Headgate failed',
  503: 'Not now',
};

/** A refusal that is the API's own: not the domain's, which says `Refusal`. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly rule: string | undefined;
  readonly errors: readonly FieldError[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, code: string, detail: string, more: ProblemExtras = {}) {
    super(detail);
    this.name = 'Problem';
    this.status = status;
    this.code = code;
    this.rule = more.rule;
    this.errors = more.errors ?? [];
    this.headers = more.headers ?? {};
  }
}

export interface ProblemExtras {
  readonly rule?: string;
  readonly errors?: readonly FieldError[];
  readonly headers?: Readonly<Record<string, string>>;
}

export function problemDocument(problem: Problem, instance: string) {
  const { status, code, message, rule, errors } = problem;
  return {
    type: 'about:blank',
    title: titles[status] ?? 'Refused',
    status,
    detail: message,
    instance,
    code,
    ...(rule ? { rule } : {}),
    ...(status === 400 || errors.length > 0 ? { errors: errors.slice(0, 50) } : {}),
  };
}

export const problemType = 'application/problem+json';
