import { actions, casesSeenBy, queues, queuesFor, roleMay, roles } from '@headgate/domain/people';
import type { SessionHolder } from '@headgate/persistence';
import { z } from 'zod';

export const userSchema = z
  .object({
    username: z.string(),
    name: z.string(),
    role: z.enum(roles),
    queue: z.enum(queues),
    email: z.string(),
    /** The queues whose tasks they may work. */
    queues: z.array(z.enum(queues)),
    seesAllCases: z.boolean(),
    may: z.array(z.enum(actions)),
  })
  .meta({ id: 'User' });

export const sessionSchema = z
  .object({ token: z.string(), user: userSchema, expiresAt: z.iso.datetime() })
  .meta({ id: 'Session' });

export function userOf({ username, name, role, queue, email }: SessionHolder): z.output<typeof userSchema> {
  const may = actions.filter((action) => roleMay(role, action));
  return {
    username,
    name,
    role,
    queue,
    email,
    queues: [...queuesFor(role)],
    seesAllCases: casesSeenBy(role) === 'all',
    may,
  };
}
