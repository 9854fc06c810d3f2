import { connect } from 'node:net';
import type { CaseRecord } from '@headgate/persistence';
import { answersSelect } from '@headgate/persistence';

export type PartState = 'up' | 'down';

const PATIENCE_MS = 2_000;

export async function databaseAnswers(db: CaseRecord['db']): Promise<PartState> {
  const late = new Promise<PartState>((resolve) => setTimeout(resolve, PATIENCE_MS, 'down').unref());
  return await Promise.race([
    late,
    answersSelect(db).then(
      () => 'up' as const,
      () => 'down' as const,
    ),
  ]);
}

/** Whether something listens there: what it would say is not asked. */
export async function portAnswers(host: string, port: number): Promise<PartState> {
  return await new Promise((resolve) => {
    const socket = connect({ host, port, timeout: PATIENCE_MS });
    const end = (state: PartState) => {
      socket.destroy();
      resolve(state);
    };
    socket.once('connect', () => end('up'));
    socket.once('timeout', () => end('down'));
    socket.once('error', () => end('down'));
  });
}
