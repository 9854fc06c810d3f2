import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';
import { problemSchema, problemType } from './problem.ts';

/** What the route is called in the OpenAPI document, and by generated clients. */
export const Operation = (operationId: string, summary: string) => ApiOperation({ operationId, summary });

export interface Described {
  /** The refusals of this route beside those that every route has. */
  readonly refusals: readonly number[];
  readonly headers?: readonly ('ETag' | 'Location' | 'Link')[];
  /** The media type of the answer where it is not JSON. */
  readonly as?: string;
}

const everywhere = [400, 401, 403, 500, 503];

/** Every status with which a route may answer, and the shape of each. */
export function Answers(status: number, schema: z.ZodType | null, { refusals, headers = [], as }: Described) {
  const refused = [...new Set([...refusals, ...everywhere])].sort();
  return applyDecorators(
    ApiResponse({
      status,
      description: status === 204 ? 'Done' : 'As asked',
      ...(as ? { content: { [as]: { schema: { type: 'string' } } } } : {}),
      ...(schema ? { standardSchema: schema as never } : {}),
      ...(headers.length > 0
        ? { headers: Object.fromEntries(headers.map((name) => [name, { schema: { type: 'string' } }])) }
        : {}),
    }),
    ...refused.map((code) => ApiResponse({ status: code, description: descriptions[code] ?? 'Refused', ...asProblem })),
  );
}

const asProblem = { content: { [problemType]: { schema: { $ref: '#/components/schemas/Problem' } } } };
export const sharedSchemas = { Problem: problemSchema };

const descriptions: Readonly<Record<number, string>> = {
  400: 'The request is not of the right shape',
  401: 'Not signed in',
  403: 'The role may not do this',
  404: 'There is no such thing, or it may not be known of',
  409: 'A rule refuses this, or the same request is in progress',
  412: 'The case has changed since the version that was seen',
  413: 'Too large',
  415: 'Not in that form',
  422: 'The idempotency key was used with another body',
  429: 'Too many requests',
  500: 'Failed',
  503: 'Not now',
};

export const Keyed = () =>
  ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description: 'One for each act: a repeat within 24 hours gets the first answer again',
    schema: { type: 'string', pattern: '^[\\x21-\\x7e]{1,200}$' },
  });

export const Conditional = () =>
  ApiHeader({
    name: 'If-Match',
    required: false,
    description: 'The ETag of the version that was seen',
    schema: { type: 'string', pattern: '^(\\*|"\\d{1,9}")$' },
  });

/** A write to a case: what it may be refused for. */
export const writeRefusals = [400, 404, 409, 412, 413, 415, 422] as const;
