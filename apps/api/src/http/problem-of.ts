import { InputFault } from '@headgate/domain/calculators';
import { type FieldError, Refusal, type RefusalKind } from '@headgate/domain/case';
import { UnknownNameError } from '@headgate/domain/sla';
import { HttpException } from '@nestjs/common';
import { z } from 'zod';
import { Problem } from './problem.ts';

const statuses: Readonly<Record<RefusalKind, number>> = {
  shape: 400,
  forbidden: 403,
  unknown: 404,
  rule: 409,
  stale: 412,
};

/** What any error is to the client. What is not a refusal tells nothing of itself. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof Refusal) {
    const { kind, code, message, rule, errors } = error;
    return new Problem(statuses[kind], code, message, { errors, ...(rule ? { rule } : {}) });
  }
  if (error instanceof z.core.$ZodError) return invalid(error.issues);
  if (error instanceof InputFault) return new Problem(400, 'invalid-input', error.message, { errors: error.errors });
  if (error instanceof UnknownNameError) {
    return new Problem(400, 'invalid-input', error.message, {
      errors: [{ path: error.path.join('.'), message: error.message }],
    });
  }
  return (
    ofFramework(error) ??
    ofDatabase(error) ??
    new Problem(500, 'failed', 'Headgate could not do this. The failure is recorded.')
  );
}

interface Issue {
  readonly path?: readonly unknown[] | undefined;
  readonly message: string;
  readonly code?: string | undefined;
  /** The keys that a strict object does not know. */
  readonly keys?: readonly string[];
}

function faultsOf({ path = [], message, code, keys = [] }: Issue): FieldError[] {
  const at = path.map(keyOf);
  if (code === 'unrecognized_keys')
    return keys.map((key) => ({ path: [...at, key].join('.'), message: 'not a field here' }));
  return [{ path: at.join('.'), message }];
}

export function invalid(issues: readonly Issue[]): Problem {
  const errors = issues.flatMap(faultsOf);
  const first = errors[0] ?? { path: '', message: 'not right' };
  return new Problem(400, 'invalid-input', first.path ? `${first.path}: ${first.message}` : first.message, { errors });
}

const keyOf = (segment: unknown): string =>
  String(typeof segment === 'object' && segment !== null && 'key' in segment ? segment.key : segment);

const codes: Readonly<Record<number, string>> = {
  400: 'bad-request',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'unknown',
  405: 'method-not-allowed',
  413: 'too-large',
  414: 'too-long',
  415: 'unsupported-media-type',
  429: 'too-many-requests',
  503: 'not-now',
};
const words: Readonly<Record<number, string>> = {
  404: 'There is nothing here.',
  413: 'The request is larger than is taken here.',
  414: 'The address is longer than is taken here.',
  415: 'The request is not in a form that is taken here.',
};

/** What Fastify or Nest refused before any of Headgate saw it. */
function ofFramework(error: unknown): Problem | null {
  const status = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: unknown }).statusCode;
  if (typeof status !== 'number' || status < 400 || status > 599 || status === 500) return null;
  const code = codes[status] ?? 'refused';
  return new Problem(status, code, words[status] ?? (error as Error).message);
}

/** `53100` is a full disk, `25006` a database that only reads: the operator's to end, not the client's fault. */
const busy = new Set(['53300', '53100', '53200', '25006', '55P03', '57014', '40001', '40P01']);
const away = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  '57P01',
  '57P02',
  '57P03',
  '53300',
]);

/** A database that is away or overrun is not the client's fault, and is over soon. */
function ofDatabase(error: unknown): Problem | null {
  const code = codeOf(error);
  const lost =
    error instanceof Error && /Connection terminated|timeout exceeded when trying to connect/.test(error.message);
  if (!lost && !(code && (busy.has(code) || away.has(code) || code.startsWith('08')))) return null;
  return new Problem(503, 'not-now', 'The record cannot be reached at the moment. Try again.', {
    headers: { 'retry-after': '1' },
  });
}

function codeOf(error: unknown): string | null {
  const { code, cause } = error as { code?: unknown; cause?: { code?: unknown } };
  return typeof code === 'string' ? code : typeof cause?.code === 'string' ? cause.code : null;
}
