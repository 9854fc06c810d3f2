import { Decimal as BaseDecimal } from 'decimal.js';

/** Exact decimal numbers for money and quantities; halves round away from zero. */
export const Decimal = BaseDecimal.clone({ precision: 60, rounding: BaseDecimal.ROUND_HALF_UP });
export type Decimal = BaseDecimal;

/** Dollars with cents as text, for example `"12.50"`. */
export type Money = string;
/** A plain decimal number as text, for example `"104.25"`; its unit stands with its use. */
export type Quantity = string;

const plain = /^-?\d{1,24}(\.\d{1,18})?$/;

/** Reads a plain decimal number. Throws RangeError on anything else: exponents, NaN, empty text. */
export function decimal(text: string): Decimal {
  if (!plain.test(text)) throw new RangeError(`not a decimal number: ${text.slice(0, 40)}`);
  return new Decimal(text);
}

/** Dollars rounded to the cent, half up (away from zero), as text with two decimals; never `-0.00`. */
export function cents(amount: Decimal | Money): Money {
  const rounded = asDecimal(amount).toDecimalPlaces(2);
  return rounded.isZero() ? '0.00' : rounded.toFixed(2);
}

/** A quantity rounded half up to at most `places` decimals, without trailing zeros or exponent. */
export function plainText(quantity: Decimal | Quantity, places = 6): Quantity {
  const rounded = asDecimal(quantity).toDecimalPlaces(places);
  return rounded.isZero() ? '0' : rounded.toFixed();
}

/** The sum, exact. */
export function sum(amounts: readonly (Decimal | string)[]): Decimal {
  return amounts.reduce<Decimal>((total, amount) => total.plus(asDecimal(amount)), new Decimal(0));
}

/** `percent` of an amount, exact: 10 percent of `"50"` is 5. */
export function percentOf(amount: Decimal | string, percent: Decimal | string): Decimal {
  return asDecimal(amount).times(asDecimal(percent)).div(100);
}

export function maxOf(a: Decimal, b: Decimal): Decimal {
  return a.gte(b) ? a : b;
}

export function minOf(a: Decimal, b: Decimal): Decimal {
  return a.lte(b) ? a : b;
}

function asDecimal(value: Decimal | string): Decimal {
  return typeof value === 'string' ? decimal(value) : value;
}
