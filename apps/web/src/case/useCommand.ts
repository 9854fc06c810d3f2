import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
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
export function useCommand(seen: Answer<Case>, onOvertaken?: (fresh: Answer<Case>) => void) {
  const client = useQueryClient();
  const me = useUser().username;
  const { id, number, version } = seen.value;

  const send = async ({ name, body }: CommandCall) => {
    try {
      return await command(id, name, body, { ifMatch: seen.etag });
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 412) throw error;
    }
    const [fresh, events] = await Promise.all([
      client.fetchQuery({ ...caseQuery(number), staleTime: 0 }),
      client.fetchQuery({ ...eventsQuery(id), staleTime: 0 }),
    ]);
    onOvertaken?.(fresh);
    const news = events.filter(({ seq, actor }) => seq > version && isPerson(actor) && actor.name !== me);
    if (news.length > 0) throw new Overtaken(news);
    return command(id, name, body, { ifMatch: fresh.etag });
  };

  return useMutation({
    mutationFn: send,
    onSuccess: () => client.invalidateQueries({ predicate: ({ queryKey }) => touched.has(String(queryKey[0])) }),
  });
}

/** The same for a dialog: what counts as seen is the case as it was when the dialog opened, however it lives on behind. */
export function useCommandFromNowOn(seen: Answer<Case>) {
  const [base, setBase] = useState(seen);
  return useCommand(base, setBase);
}

const touched = new Set(['cases', 'case', 'case-events', 'case-messages', 'tasks', 'counts']);
