import { z } from 'zod';

const date = z.iso.date();
const meterSchema = z.object({
  serial: z.string(),
  size: z.string(),
  registerDigits: z.int(),
  unit: z.string(),
  multiplier: z.string(),
});

export const accountSchema = z
  .object({
    number: z.string(),
    name: z.string(),
    class: z.enum(['residential', 'commercial', 'agricultural']),
    dwelling: z.enum(['yes', 'no', 'unknown']),
    status: z.enum(['active', 'inactive', 'closed']),
    language: z.string(),
    email: z.string().optional(),
    phone: z.string().optional(),
    serviceAddress: z.string(),
    mailingAddress: z.string(),
    route: z.string(),
    sequence: z.int(),
    meter: meterSchema.nullable(),
    balance: z.string(),
    pastDue: z.string(),
    openCases: z.int(),
  })
  .meta({ id: 'Account' });

export const usageSchema = z
  .object({
    reads: z.array(
      z.object({
        meterSerial: z.string(),
        readOn: date,
        reading: z.string().nullable(),
        nonReadCode: z.string().nullable(),
        reader: z.string(),
      }),
    ),
    bills: z.array(z.object({ period: z.string(), billedOn: date, dueOn: date, use: z.string(), amount: z.string() })),
  })
  .meta({ id: 'Usage' });
