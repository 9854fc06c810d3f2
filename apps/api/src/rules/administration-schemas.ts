import { calendarRulesFields } from '@headgate/domain/calendar';
import { inlinePolicyField } from '@headgate/domain/sla';
import { z } from 'zod';
import { instantField, line } from '../http/fields.ts';

const name = z.string().regex(/^[a-z][a-z0-9-]{0,99}$/, 'lower-case words with hyphens');
const values = z.record(z.string(), z.unknown());

export const policyBody = inlinePolicyField.omit({ version: true }).extend({ name, from: instantField.optional() });
export const calendarBody = z.strictObject({ name, from: instantField.optional(), ...calendarRulesFields });

const finding = z.object({ level: z.enum(['error', 'warning']), path: z.string(), message: z.string() });
const findings = z.array(finding);
export const findingSchema = finding
  .extend({ of: z.enum(['policy', 'calendar']), name: z.string() })
  .meta({ id: 'Finding' });

export const closureBody = z.strictObject({
  from: instantField.optional(),
  until: instantField,
  reason: line(200),
});
/** `replace`: in the place of all single dates that the calendar has; its recurring days stay. */
export const holidaysBody = z.strictObject({
  file: z.string().min(1).max(2_000_000),
  replace: z.boolean().default(false),
});

export const policyVersionSchema = z
  .looseObject({
    name: z.string(),
    version: z.int(),
    from: z.string(),
    calendar: z.string(),
    clocks: z.array(values),
    ladder: z.array(values),
  })
  .meta({ id: 'PolicyVersion' });
export const policySchema = policyVersionSchema
  .extend({ versions: z.array(policyVersionSchema) })
  .meta({ id: 'Policy' });

export const calendarVersionSchema = z
  .object({ name: z.string(), version: z.int(), from: z.string(), definition: values, findings: findings.optional() })
  .meta({ id: 'CalendarVersion' });
export const calendarSchema = z
  .object({
    name: z.string(),
    version: z.int(),
    from: z.string(),
    timeZone: z.string(),
    hours: z.record(z.string(), z.array(z.array(z.string()))),
    holidays: z.array(z.object({ date: z.iso.date(), name: z.string() })),
    rules: values,
    versions: z.array(values),
  })
  .meta({ id: 'Calendar' });

export const templateSchema = z
  .object({ name: z.string(), languages: z.array(z.string()), toReview: z.array(z.string()) })
  .meta({ id: 'Template' });

const rateVersion = z.object({
  value: z.unknown(),
  unit: z.string().nullable(),
  from: z.iso.date(),
  to: z.iso.date().nullable(),
  rule: z.string(),
  source: z.string(),
  confirmed: z.boolean(),
});
export const rateSchema = rateVersion.extend({ name: z.string(), versions: z.array(rateVersion) }).meta({ id: 'Rate' });
