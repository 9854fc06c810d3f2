import { queues } from '@headgate/domain/people';
import type { Invariant } from './system.ts';

export const everyCaseHasAQueue: Invariant = {
  name: 'I2',
  says: 'no case is without a department that owns it',
  async check({ sql }) {
    const { rows } = await sql.query<{ number: string; queue: string }>(
      'select number, queue from cases where not (queue = any($1))',
      [queues],
    );
    return rows.map(({ number, queue }) => `${number} is in the queue "${queue}", which is no department's`);
  },
};
