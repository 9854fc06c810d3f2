import { z } from 'zod';

/** The field builders of every form: flat, with a title, and marked when what they hold may tell of a person. */
const freeText = { personal: true } as const;

export const text = (title: string, max = 200) =>
  z
    .string()
    .min(1)
    .max(max)
    .meta({ title, ...freeText });
export const longText = (title: string, max = 4000) =>
  z
    .string()
    .min(1)
    .max(max)
    .meta({ title, format: 'textarea', ...freeText });
/** A name from one of the office's lists, such as an outcome: `leak-adjusted`. */
export const code = (title: string) =>
  z
    .string()
    .max(60)
    .regex(/^[a-z][a-z0-9-]*$/, 'a name such as leak-adjusted')
    .meta({ title });
/** A file of the case, by its attachment's id: the case must hold it when the form is sent. */
export const attachment = (title: string) =>
  z
    .string()
    .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'the id of an attachment')
    .meta({ title, format: 'attachment' });
export const yesNo = (title: string) => z.boolean().meta({ title });
/** Dollars and cents as a decimal string: `"12.50"`. */
export const money = (title: string) =>
  z
    .string()
    .max(16)
    .regex(/^-?\d{1,12}(\.\d{1,2})?$/, 'an amount such as 12.50')
    .meta({ title, format: 'money' });
/** A quantity as a decimal string: `"104.25"`. */
export const quantity = (title: string) =>
  z
    .string()
    .max(20)
    .regex(/^\d{1,12}(\.\d{1,6})?$/, 'a number such as 104.25')
    .meta({ title, format: 'quantity' });
export const count = (title: string) => z.int().min(0).max(1_000_000).meta({ title });
export const date = (title: string) => z.iso.date().meta({ title });
export const instant = (title: string) => z.iso.datetime({ offset: true }).meta({ title });
/** A month of billing: `2027-04`. */
export const period = (title: string) =>
  z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month such as 2027-04')
    .meta({ title, format: 'month' });
export const choice = <const T extends readonly [string, ...string[]]>(title: string, values: T) =>
  z.enum(values).meta({ title });

export type Form = z.ZodObject;
export type FormValues = Readonly<Record<string, unknown>>;

/** The values of a form without its free text: what may stand in a workflow's payload. */
export function withoutPersonal(form: Form, values: FormValues): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([key]) => form.shape[key] && !isPersonal(form.shape[key])));
}

/** The names of a form's fields that hold an attachment. */
export function attachmentFields(form: Form): string[] {
  return Object.keys(form.shape).filter((name) => says(form.shape[name] as z.core.$ZodType, 'format', 'attachment'));
}

const isPersonal = (field: z.core.$ZodType): boolean => says(field, 'personal', true);

/** True where the field, or what it wraps, carries this mark. */
function says(field: z.core.$ZodType, mark: 'personal' | 'format', value: unknown): boolean {
  let inner = field as z.ZodType;
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodNullable || inner instanceof z.ZodDefault) {
    if (inner.meta()?.[mark] === value) return true;
    inner = inner.unwrap() as z.ZodType;
  }
  return inner.meta()?.[mark] === value;
}
