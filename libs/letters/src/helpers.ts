import { decimal } from '@headgate/domain/money';
import Handlebars from 'handlebars';
import { date, dateTime, month } from './dates.ts';
import { localeOf } from './languages.ts';
import { LetterFault } from './letter-fault.ts';
import { sentence } from './sentences.ts';
import { unitName } from './units.ts';

interface Options {
  readonly hash: Readonly<Record<string, unknown>>;
  readonly data: { readonly root: { readonly language: string } };
}

const languageOf = (options: Options): string => options.data.root.language;

/** Figures look as on the bill, whatever the language: a comma for thousands, a point for cents. */
const figures = 'en-US';

/** What templates may call. Each gives plain text, which Handlebars escapes; only `lines` makes markup, of escaped text. */
export const helpers = {
  date: (value: unknown, options: Options) => date(value, languageOf(options)),
  dateTime: (value: unknown, options: Options) => dateTime(value, languageOf(options)),
  month: (value: unknown, options: Options) => month(value, languageOf(options)),

  /** Dollars and cents. `unsigned=true` for sentences that say themselves whether it is a credit or a charge. */
  money(value: unknown, options: Options) {
    const amount = number(value, 'amount');
    const shown = options.hash.unsigned ? amount.abs() : amount;
    const format = new Intl.NumberFormat(figures, {
      style: 'currency',
      currency: 'USD',
      currencyDisplay: 'narrowSymbol',
    });
    return format.format(shown.toFixed(2) as Intl.StringNumericLiteral);
  },

  /** A quantity, with its unit when one is given: `{{quantity data.use data.unit}}`. */
  quantity(value: unknown, ...rest: [Options] | [unknown, Options]) {
    const options = rest.at(-1) as Options;
    const unit = rest.length === 2 ? rest[0] : null;
    const format = new Intl.NumberFormat(figures, { maximumFractionDigits: 3 });
    const figure = format.format(number(value, 'quantity').toFixed() as Intl.StringNumericLiteral);
    return typeof unit === 'string' ? `${figure} ${unitName(unit, languageOf(options))}` : figure;
  },

  /** Only what a reader may safely follow; anything else becomes an empty address. */
  safeUrl: (value: unknown) => (typeof value === 'string' && isSafeUrl(value) ? value : ''),

  eq: (a: unknown, b: unknown) => a === b,
  isZero: (value: unknown) => number(value, 'amount').isZero(),
  isCredit: (value: unknown) => number(value, 'amount').isNegative() && !number(value, 'amount').isZero(),
  list: (values: unknown, options: Options) => new Intl.ListFormat(localeOf(languageOf(options))).format(texts(values)),

  /** A sentence of the rules in the letter's language, its dates written out. */
  sentence: (value: unknown, options: Options) => sentence(text(value), languageOf(options)),

  /** Free text with its line breaks kept. */
  lines(value: unknown) {
    const lines = text(value)
      .split(/\r\n|\r|\n/)
      .map((line) => Handlebars.escapeExpression(line));
    return new Handlebars.SafeString(lines.join('<br>'));
  },
};

function number(value: unknown, what: string) {
  try {
    return decimal(String(value));
  } catch (error) {
    throw new LetterFault('bad-fact', `not an ${what}: ${String(value).slice(0, 40)}`, error);
  }
}

function texts(values: unknown): string[] {
  if (!Array.isArray(values)) throw new LetterFault('bad-fact', 'a list was expected');
  return values.map(text);
}

function text(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  throw new LetterFault('bad-fact', 'a text was expected');
}

const safeProtocols: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** Spaces and control characters are refused before parsing: the parser would drop some of them. */
function isSafeUrl(value: string): boolean {
  if (/[\p{Cc}\s]/u.test(value) || !URL.canParse(value)) return false;
  return safeProtocols.has(new URL(value).protocol);
}
