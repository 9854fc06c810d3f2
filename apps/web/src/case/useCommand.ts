import { useMutation, useQueryClient } from '@tanstack/react-query';
import { caseQuery, command, eventsQuery } from '../api/cases.ts';
import { Problem } from '../api/problem.ts';
import type { Answer } from '../api/request.ts';
import type { Case, CaseEvent } from '../api/types.ts';
import { useUser } from '../session/user.ts';
import { isPerson } from './actor.ts';

/** Somebody else acted on the case meanwhile: what they did is told, and what was written here is kept. */
export class Overtaken extends Problem {
  readonly news: readonly CaseEvent[];

  constructor(news: readonly CaseEvent[]) {
    super(412, { title: 'Somebody changed the case meanwhile', code: 'overtaken' });
    this.news = news;
  }
}

export interface CommandCall {
  name: string;
  body: unknown;
}

/**
 * Sends a command to the case under the version that the person saw. What the procedure or the person themselves did
 * since is no surprise, and the command goes on from there; what somebody else did is told first.
 */
export function useCommand(seen: Answer<Case>) {
  const client = useQueryClient();
  const { id, number } = seen.value;
  const me = useUser().username;

  const send = async ({ name, body }: CommandCall) => {
    const known = lastSeq(client.getQueryData(eventsQuery(id).queryKey));
    const write = { ifMatch: seen.etag, key: crypto.randomUUID() };
    try {
      return await command(id, name, body, write);
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 412) throw error;
      const [fresh, events] = await Promise.all([
        client.fetchQuery({ ...caseQuery(number), staleTime: 0 }),
        client.fetchQuery({ ...eventsQuery(id), staleTime: 0 }),
      ]);
      const news = events.filter(({ seq, actor }) => seq > known && isPerson(actor) && actor.name !== me);
      if (news.length > 0) throw new Overtaken(news);
      return command(id, name, body, { ifMatch: fresh.etag, key: crypto.randomUUID() });
    }
  };

  return useMutation({
    mutationFn: send,
    onSuccess: () => client.invalidateQueries({ predicate: ({ queryKey }) => touched.has(String(queryKey[0])) }),
  });
}

const touched = new Set(['cases', 'case', 'case-events', 'case-messages', 'tasks', 'counts']);
const lastSeq = (events: readonly CaseEvent[] | undefined): number => events?.at(-1)?.seq ?? 0;
