import { z } from 'zod';
import { dateField, inlineCalendarField, instantField } from '../calendar/index.ts';
import { inlinePolicyField, targetField } from './schema.ts';
import { priorities } from './types.ts';

const at = instantField;
const text = z.string().max(500).optional();
const visit = z
  .union([z.string().min(1).max(200), z.int()], { error: 'a visit is a text or a whole number' })
  .transform(String)
  .optional();
const policy = z.union([z.string().min(1).max(100), inlinePolicyField], {
  error: 'a policy is its name, or { clocks, … }',
});
const calendar = z.union([z.string().min(1).max(100), inlineCalendarField], {
  error: 'a calendar is its name, or { timeZone, hours, holidays }: times HH:MM, an IANA zone, dates YYYY-MM-DD',
});

const taskEnd = { at, visit, task: text, kind: text };
const eventField = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('opened'), at, priority: z.enum(priorities).optional() }),
  z.strictObject({
    type: z.literal('hold'),
    at,
    reason: text,
    until: z.union([instantField, dateField], { error: 'an instant or a date' }).optional(),
  }),
  z.strictObject({ type: z.literal('resume'), at, reason: text }),
  z.strictObject({ type: z.literal('reprioritise'), at, priority: z.enum(priorities) }),
  z.strictObject({ type: z.literal('acknowledge'), at }),
  z.strictObject({ type: z.literal('reply'), at, visibility: z.enum(['internal', 'customer']) }),
  z.strictObject({ type: z.literal('customer-reply'), at }),
  z.strictObject({ type: z.literal('happened'), at, kind: z.string().min(1).max(100) }),
  z.strictObject({ type: z.literal('task-opened'), at, visit, task: text, kind: text }),
  z.strictObject({ type: z.literal('task-done'), ...taskEnd }),
  z.strictObject({ type: z.literal('task-returned'), ...taskEnd, reason: text }),
  z.strictObject({ type: z.literal('task-withdrawn'), ...taskEnd }),
  z.strictObject({ type: z.literal('retype'), at, policy: policy.optional(), to: text, caseType: text }),
  z.strictObject({ type: z.literal('policy'), at, policy: policy.optional(), version: z.int().min(1).optional() }),
  z.strictObject({
    type: z.literal('escalation-acknowledged'),
    at,
    until: instantField,
    metric: z.string().min(1).max(100).optional(),
    scope: z.string().min(1).max(200).optional(),
  }),
  z.strictObject({ type: z.literal('resolve'), at, outcome: text, note: text }),
  z.strictObject({ type: z.literal('cancel'), at, reason: text }),
  z.strictObject({ type: z.literal('reopen'), at, reason: text }),
]);

/** The body of `POST /sla/preview`: a history, and by which calendar and policy or single target to read it. */
export const slaPreviewInput = z.strictObject({
  calendar: calendar.optional(),
  policy: policy.optional(),
  metric: z.string().min(1).max(100).optional(),
  target: targetField.optional(),
  priority: z.enum(priorities).default('normal'),
  openedAt: instantField,
  events: z.array(eventField).max(20_000).default([]),
  now: instantField,
});

export type SlaPreviewInput = z.output<typeof slaPreviewInput>;
export type PreviewEvent = SlaPreviewInput['events'][number];
