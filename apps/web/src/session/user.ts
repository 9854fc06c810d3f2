import { createContext, use } from 'react';
import type { Action, User } from '../api/types.ts';

export const UserContext = createContext<User | null>(null);

/** Who sits at the desk. Throws Error outside a signed-in page. */
export function useUser(): User {
  const user = use(UserContext);
  if (!user) throw new Error('nobody is signed in here');
  return user;
}

/** Whether to offer an action at all; the API decides again. */
export const useMay = (action: Action): boolean => useUser().may.includes(action);
