import { z } from 'zod';
import { dateField, instantField } from '../calendar/index.ts';
import { type ClockRule, type LadderStep, priorities, type ServicePolicy } from './types.ts';

const decadeMinutes = 5_270_400;
const decadeDays = 3_660;
const words = z.string().min(1).max(100);

export const oneTarget = z.union(
  [
    z.strictObject({ businessMinutes: z.int().min(0).max(decadeMinutes) }),
    z.strictObject({ businessDays: z.int().min(0).max(decadeDays), endOfDay: z.boolean().optional() }),
    z.strictObject({
      calendarDays: z.int().min(0).max(decadeDays),
      roll: z.enum(['none', 'next-business-day']).optional(),
      endOfDay: z.boolean().optional(),
    }),
    z.strictObject({ fixedOn: dateField }),
  ],
  { error: 'a target is { businessMinutes }, { businessDays, endOfDay }, { calendarDays } or { fixedOn }' },
);

/** A target, or one for each priority. */
export const targetField = z.union(
  [oneTarget, z.strictObject({ low: oneTarget, normal: oneTarget, high: oneTarget, urgent: oneTarget })],
  {
    error:
      'a target { businessMinutes }, { businessDays, endOfDay }, { calendarDays } or { fixedOn }, or one for each priority',
  },
);

const conditions = z.array(words).max(50).optional();

export const clockRuleField: z.ZodType<ClockRule> = z.strictObject({
  metric: words,
  task: words.optional(),
  target: targetField,
  calendar: words.optional(),
  legal: z.boolean().optional(),
  on: z
    .strictObject({
      start: conditions,
      after: words.optional(),
      stop: conditions,
      reset: conditions,
      cancel: conditions,
    })
    .optional(),
});

const recipient = z.enum(['assignee', 'lead', 'department-head', 'deputy', 'supervisor', 'manager']);
const when = z.union(
  [
    z.strictObject({ percent: z.number().min(0).max(10_000).multipleOf(0.001) }),
    z.strictObject({ businessMinutes: z.int(), relativeTo: z.literal('due') }),
    z.strictObject({ wallMinutes: z.int(), relativeTo: z.literal('due') }),
  ],
  { error: 'a step stands at { percent }, or at { businessMinutes } or { wallMinutes } relative to the due' },
);
const action = z.union([
  z.strictObject({ raisePriority: z.enum(priorities) }),
  z.strictObject({ reassignTo: recipient }),
  z.strictObject({ openTask: words }),
]);

export const ladderStepField: z.ZodType<LadderStep> = z.strictObject({
  name: words,
  when,
  to: z.array(recipient),
  template: words,
  metrics: z.array(words).optional(),
  actions: z.array(action).max(20).optional(),
  acknowledgedFor: oneTarget.optional(),
});

const change = z.enum(['carry', 'restart', 'earlier-due']).optional();
const policyParts = {
  clocks: z.array(clockRuleField).min(1).max(200),
  changeRules: z.strictObject({ priority: change, type: change, policy: change }).optional(),
  acknowledgedFor: oneTarget.optional(),
  holds: z
    .array(z.strictObject({ reason: words, longest: oneTarget }))
    .max(100)
    .optional(),
};

/** A version of a policy as it is kept in files and by the API. */
export const servicePolicyField: z.ZodType<ServicePolicy> = z.strictObject({
  name: words,
  version: z.int().min(1),
  from: instantField,
  calendar: words,
  ladder: z.array(ladderStepField).max(50),
  ...policyParts,
});

/** A policy that is only tried: what does not matter for its clocks may be left out. */
export const inlinePolicyField = z.strictObject({
  name: words.default('inline'),
  version: z.int().min(1).default(1),
  from: instantField.default('2026-01-01T00:00:00Z'),
  calendar: words.default('district'),
  ladder: z.array(ladderStepField).max(50).default([]),
  ...policyParts,
});
