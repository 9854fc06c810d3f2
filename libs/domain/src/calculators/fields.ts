import { z } from 'zod';
import { date, instant } from '../forms/index.ts';
import { Decimal, decimal } from '../money/index.ts';

/** Acres as a decimal string: `"160.25"`. */
export const acres = (title: string) => figure(title, 'acres');
/** Acre-feet as a decimal string. */
export const acreFeet = (title: string) => figure(title, 'acre-feet');
/** A part of a whole, at most 1; eighteen decimals, so that a third can be written finely. */
export const share = (title: string) =>
  z
    .string()
    .regex(/^(0(\.\d{1,18})?|1(\.0{1,18})?)$/, 'a part of a whole such as 0.25, at most 1')
    .meta({ title, format: 'quantity' });
/** A factor as a decimal string: `"0.8"`. */
export const ratio = (title: string) =>
  z
    .string()
    .regex(/^\d{1,3}(\.\d{1,18})?$/, 'a factor such as 0.8')
    .meta({ title, format: 'quantity' });
/** Percent, as text or as a number: `"15"`, `1.5`. */
export const percent = (title: string) =>
  z
    .union([
      z.string().regex(/^\d{1,3}(\.\d{1,6})?$/, 'a percentage such as 1.5'),
      z.number().min(0).max(999).refine(hasAtMostSixDecimals, 'at most six decimals'),
    ])
    .meta({ title });
/** Dollars that are never negative: `"12.50"`. */
export const dollars = (title: string) =>
  z
    .string()
    .regex(/^\d{1,12}(\.\d{1,2})?$/, 'an amount such as 12.50')
    .meta({ title, format: 'money' });
/** Dollars per unit, never negative; finer than cents where a rate is. */
export const dollarRate = (title: string) =>
  z
    .string()
    .regex(/^\d{1,12}(\.\d{1,6})?$/, 'a rate such as 31.25')
    .meta({ title, format: 'money' });
/** A day in the span that calendars and settings of the district cover. */
export const day = (title: string) => date(title).refine(isCovered, 'a day of the years 2000 to 2199');
export const moment = (title: string) => instant(title).refine(isCovered, 'an instant of the years 2000 to 2199');
export const named = (title: string, max = 120) => z.string().trim().min(1).max(max).meta({ title });

/** The exact number of a field that may come as text or as a number. */
export function figureOf(value: string | number): Decimal {
  return typeof value === 'number' ? new Decimal(value) : decimal(value);
}

function figure(title: string, unit: string) {
  return z
    .string()
    .regex(/^\d{1,12}(\.\d{1,6})?$/, 'a number such as 104.25')
    .meta({ title, format: 'quantity', unit });
}

function hasAtMostSixDecimals(value: number): boolean {
  return new Decimal(value).decimalPlaces() <= 6;
}

function isCovered(text: string): boolean {
  return text >= '2000-01-02' && text < '2199-12-31';
}
