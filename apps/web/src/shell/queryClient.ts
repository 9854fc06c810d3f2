import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { Problem } from '../api/problem.ts';
import { meQuery } from '../api/session.ts';
import type { User } from '../api/types.ts';

/** Answers are shown while they are asked for anew; a refusal is not asked again, a broken network is. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: (error) => signedOut(error) && forgetWho() }),
  mutationCache: new MutationCache({ onError: (error) => signedOut(error) && forgetWho() }),
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      refetchInterval: 60_000,
      retry: (failures, error) => failures < 2 && !isRefusal(error),
    },
  },
});

const isRefusal = (error: unknown): boolean => error instanceof Problem && error.status >= 400 && error.status < 500;
const signedOut = (error: unknown): boolean => error instanceof Problem && error.status === 401;

function forgetWho(): void {
  nowAtTheDesk(queryClient, null);
}

/** Somebody else sits down, or nobody: what the last person saw is forgotten. */
export function nowAtTheDesk(client: QueryClient, user: User | null): void {
  client.setQueryData(meQuery.queryKey, user);
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== meQuery.queryKey[0] });
}
