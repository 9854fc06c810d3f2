import type { Actor } from '../api/types.ts';

/** Who did it, as the office would say. */
export function actorWords(actor: Actor): string {
  switch (actor.kind) {
    case 'staff':
      return actor.name;
    case 'customer':
      return `${actor.name} (customer)`;
    case 'procedure':
      return 'The procedure';
    case 'clock':
      return 'The clock';
    case 'import':
      return 'The import';
    case 'mail':
      return 'The mail desk';
    default:
      return actor satisfies never;
  }
}

/** Whether a person did it, in the office or outside: what the procedure does by itself surprises nobody. */
export const isPerson = (actor: Actor): boolean => actor.kind === 'staff' || actor.kind === 'customer';
