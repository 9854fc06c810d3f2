/** How a crew's visit to shut off may end (rule F6). */
export const fieldEndings = [
  'done',
  'no-access',
  'animal',
  'meter-does-not-match',
  'payment-offered',
  'medical-claim',
  'occupant-is-tenant',
] as const;
export type FieldEnding = (typeof fieldEndings)[number];

/**
 * What follows from it: the water is off; the crew may come again under an order that holds then; or the gate opens
 * again, for what the crew heard may bar the shut-off. Crews take no money.
 */
export function afterVisit(ending: FieldEnding): 'shut-off' | 'visit-again' | 'gate-opens-again' {
  switch (ending) {
    case 'done':
      return 'shut-off';
    case 'no-access':
    case 'animal':
    case 'meter-does-not-match':
      return 'visit-again';
    case 'payment-offered':
    case 'medical-claim':
    case 'occupant-is-tenant':
      return 'gate-opens-again';
    default:
      return ending satisfies never;
  }
}
