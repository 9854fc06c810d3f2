import { z } from 'zod';

/** Fields that many requests have. Text of one line never holds a line break, which would end a mail's header. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: to refuse them is what it is for
    .regex(/^[^\u0000-\u001f\u007f-\u009f\u2028\u2029]*$/, 'one line of text, without control characters');

export const prose = (max: number) => z.string().trim().min(1).max(max);

export const instantField = z.iso
  .datetime({ offset: true, error: 'an instant, such as 2027-04-01T09:00:00-07:00' })
  .refine((text) => Date.parse(text) >= 0 && Date.parse(text) < Date.UTC(2200), 'an instant from 1970 to 2199');

export const email = z.email().max(254);
export const phone = line(40).regex(/^[+()\d][\d\s().+\-x]*$/i, 'a telephone number');
export const username = z.string().regex(/^[a-z0-9][a-z0-9._-]{0,63}$/, 'a username');
export const accountNumber = z.string().regex(/^[A-Za-z0-9-]{1,20}$/, 'an account number');

/** A list of values in a query: `open,on-hold`. */
export function listOf<const T extends readonly [string, ...string[]]>(values: T) {
  const one = `(${values.join('|')})`;
  return z
    .string()
    .regex(new RegExp(`^${one}(,${one})*$`), `one or more of ${values.join(', ')}, with commas`)
    .transform((text) => [...new Set(text.split(','))] as T[number][]);
}

/** The year that is printed on an RRA form. */
export const formYearField = z.coerce.number().int().min(1997).max(2100);

export const limitField = z.coerce.number().int().min(1).max(100).default(25);
export const searchField = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .refine((text) => !text.includes('\0') && text.isWellFormed(), 'plain text');
