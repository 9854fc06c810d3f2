import { type Action, queuesFor, roleMay } from '@headgate/domain/people';
import { createContext, use } from 'react';
import type { Queue, User } from '../api/types.ts';

export const UserContext = createContext<User | null>(null);

/** Who sits at the desk. Throws Error outside a signed-in page. */
export function useUser(): User {
  const user = use(UserContext);
  if (!user) throw new Error('nobody is signed in here');
  return user;
}

/** Whether to offer an action at all; the API decides again. */
export const useMay = (action: Action): boolean => roleMay(useUser().role, action);

/** The queues whose tasks this person may work, the own department first. */
export function queuesOfUser(user: User): readonly Queue[] {
  return queuesFor(user.role);
}
