import { queryOptions } from '@tanstack/react-query';
import { Problem } from './problem.ts';
import { get, post, remove } from './request.ts';
import type { User } from './types.ts';

/** Who is signed in, or null. The session itself is a cookie that scripts cannot read. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }): Promise<User | null> => {
    try {
      const answer = await get<User | { user: User }>('/me', {}, signal);
      return 'user' in answer ? answer.user : answer;
    } catch (error) {
      if (error instanceof Problem && error.status === 401) return null;
      throw error;
    }
  },
  staleTime: 5 * 60_000,
});

export const signIn = (username: string, password: string) =>
  post<{ user: User }>('/sessions', { username, password }).then((answer) => answer.value.user);

export const signOut = () => remove('/sessions/current');
