import { setting } from '../settings/index.ts';
import type { CivilDate } from '../time/index.ts';

const from = '2000-01-01';

/** English and the languages of Civil Code 1632, as ISO 639 codes: Spanish, Chinese, Tagalog, Vietnamese, Korean. */
export const statutoryLanguages = setting<readonly string[]>('notice-languages', {
  value: ['en', 'es', 'zh', 'tl', 'vi', 'ko'],
  from,
  rule: 'F8',
  source: 'Health & Safety Code 116906; Civ. Code 1632',
  confirmed: false,
});

/** Further languages that at least a tenth of the people of the service area speak. */
export const localLanguages = setting<readonly string[]>('local-notice-languages', {
  value: [],
  from,
  rule: 'B3',
  source: 'board finding on the languages of the service area',
  confirmed: false,
});

/** Every language that a residential notice must be in (rules B3, F8). */
export function requiredLanguages(on: CivilDate): readonly string[] {
  return [...new Set([...statutoryLanguages.on(on), ...localLanguages.on(on)])];
}

/** The required languages that a notice lacks; while there is one, no notice was given (rule F8). */
export function missingLanguages(given: readonly string[], on: CivilDate): readonly string[] {
  return requiredLanguages(on).filter((language) => !given.includes(language));
}
