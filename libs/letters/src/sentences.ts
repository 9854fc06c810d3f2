import { date } from './dates.ts';
import { landSentences } from './land-sentences.ts';
import { serviceSentences } from './service-sentences.ts';

/**
 * The domain gives its reasons as English sentences; customers read them in their language. Each pattern is a sentence of
 * libs/domain with its dates left out; the test beside this file asks the domain for every one of them.
 */
const spanish: readonly (readonly [RegExp, string])[] = [
  [/^the billed use is not above the usual use$/, 'el consumo facturado no supera el consumo habitual'],
  [/^there is no proof that the leak was repaired$/, 'no hay prueba de que la fuga se haya reparado'],
  [
    /^the leak was to be repaired by (\S+), and no day of repair is known$/,
    'la fuga debía repararse a más tardar el $1 y no se conoce el día de la reparación',
  ],
  [/^the leak was repaired on (\S+), after (\S+)$/, 'la fuga se reparó el $1, después del $2'],
  [
    /^an adjustment was given on (\S+); the next is possible from (\S+)$/,
    'se concedió un ajuste el $1; el siguiente es posible a partir del $2',
  ],
  [
    /^the last was given on (\S+); the next is possible from (\S+)$/,
    'el último se concedió el $1; el siguiente es posible a partir del $2',
  ],
  ...serviceSentences,
  ...landSentences,
];

/** Where the record holds only the number of a rule, the letter says what the rule asks. */
const rules: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  D4: {
    en: 'the use was not above the usual, or such an adjustment was given within the last twelve months',
    es: 'el consumo no superó el habitual, o ya se concedió un ajuste igual en los últimos doce meses',
  },
  D5: {
    en: 'a condition of the leak policy was not met: proof of the repair, repair in time after notice, use above the usual, and no adjustment given lately',
    es: 'no se cumplió una condición de la política de fugas: prueba de la reparación, reparación a tiempo después del aviso, consumo superior al habitual y ningún ajuste reciente',
  },
};

export function sentence(text: string, language: string): string {
  const known = rules[text]?.[language] ?? rules[text]?.en;
  return (known ?? translated(text, language)).replace(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => date(day, language));
}

/** Whether a sentence of the rules is known in the language; an unknown one is shown in English. */
export const isTranslated = (text: string, language: string): boolean =>
  language === 'en' || text in rules || (language === 'es' && spanish.some(([pattern]) => pattern.test(text)));

function translated(text: string, language: string): string {
  const found = language === 'es' ? spanish.find(([pattern]) => pattern.test(text)) : undefined;
  return found ? text.replace(found[0], found[1]) : text;
}
