import type { z } from 'zod';
import type { FormValues } from '../forms/index.ts';
import { type Action, may } from '../people/index.ts';
import type { Draft } from './draft.ts';
import { forbid, Refusal, refuse, wrong } from './refusal.ts';
import { isActive } from './state.ts';

/** Values that fit the form, or a Refusal that names each field under `at`. */
export function fitting(form: z.ZodObject, values: unknown, at: string): FormValues {
  const read = form.strict().safeParse(values);
  if (read.success) return read.data;
  const errors = read.error.issues.map((issue) => ({ path: [at, ...issue.path].join('.'), message: issue.message }));
  throw new Refusal('shape', 'invalid-input', `${errors[0]?.path}: ${errors[0]?.message}`, { errors });
}

export function mustBeAllowed(draft: Draft, action: Action): void {
  if (!may(draft.actor, action)) forbid(`Your role may not do this (${action}).`);
}

export function mustBeActive(draft: Draft): void {
  if (!isActive(draft.state))
    refuse('case-ended', `Case ${draft.state.number} is ${draft.state.status}; reopen it first.`);
}

/** A person ends a case with an outcome of its type, and one that moves money only who may decide in money. */
export function mustBeForThemToDecide({ definition, actor }: Draft, outcome: unknown, at: string): void {
  const known = definition.outcomes.find(({ name }) => name === outcome);
  if (!known) wrong(at, `one of ${definition.outcomes.map(({ name }) => name).join(', ')}`);
  if (known.money && actor.kind === 'staff' && actor.role === 'specialist-1') {
    refuse('needs-approval', 'What a specialist I decides in money is approved by a specialist III or the supervisor.');
  }
}
