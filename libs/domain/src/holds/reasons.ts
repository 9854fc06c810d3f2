import type { Target } from '../calendar/index.ts';
import { type Setting, setting } from '../settings/index.ts';

/** Why the office may hold a case: a list, so that pauses can be counted and bounded by reason. */
export const holdReasons = {
  'awaiting-customer': 'Awaiting the customer',
  'awaiting-repair': "Awaiting the customer's repair",
  'awaiting-third-party': 'Awaiting another agency or contractor',
  'awaiting-materials': 'Awaiting parts or materials',
  weather: 'Weather or access',
  'legal-review': 'Legal review',
  other: 'Other',
} as const;
export type HoldReason = keyof typeof holdReasons;

export const holdReasonNames = Object.keys(holdReasons) as HoldReason[];

function longest(reason: HoldReason, value: Target): Setting<Target> {
  return setting(`longest-hold:${reason}`, {
    value,
    unit: 'target',
    from: '2000-01-01',
    rule: 'E6',
    source: 'district practice, proposed',
    confirmed: false,
  });
}

/** A hold for the reason ends by itself so long after it began, whatever return was expected. */
export const longestHolds: Readonly<Record<HoldReason, Setting<Target>>> = {
  'awaiting-customer': longest('awaiting-customer', { businessDays: 10, endOfDay: true }),
  'awaiting-repair': longest('awaiting-repair', { calendarDays: 45, endOfDay: true }),
  'awaiting-third-party': longest('awaiting-third-party', { businessDays: 20, endOfDay: true }),
  'awaiting-materials': longest('awaiting-materials', { businessDays: 30, endOfDay: true }),
  weather: longest('weather', { businessDays: 5, endOfDay: true }),
  'legal-review': longest('legal-review', { businessDays: 30, endOfDay: true }),
  other: longest('other', { businessDays: 20, endOfDay: true }),
};

/** The reason of the list that a text names, by its name or its title; any other text is a reason of its own: `other`. */
export function holdReasonOf(text: string): HoldReason {
  const said = text.trim().toLowerCase();
  return holdReasonNames.find((name) => name === said || holdReasons[name].toLowerCase() === said) ?? 'other';
}
