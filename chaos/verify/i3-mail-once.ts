import type { Invariant } from './system.ts';

/** A mail that waits longer than this is stuck. */
const STUCK_MINUTES = 120;

export const mailOnce: Invariant = {
  name: 'I3',
  says: 'each mail is accepted by the mail server once; one whose fate is unknown is marked so and not sent again',
  async check({ sql, mailbox }) {
    const times = new Map<string, number>();
    for (const { messageId } of await mailbox()) times.set(messageId, (times.get(messageId) ?? 0) + 1);
    const { rows } = await sql.query<{ mail_id: string; state: string; old: boolean }>(`
      select m.mail_id, m.state, coalesce(m.not_before, m.queued_at) < now() - interval '${STUCK_MINUTES} minutes' as old
        from message m where m.channel = 'email'`);
    return rows.flatMap(({ mail_id, state, old }) => {
      const seen = times.get(mail_id) ?? 0;
      if (seen > 1) return [`${mail_id} was delivered ${seen} times`];
      if (seen === 1 && !['sent', 'uncertain', 'sending', 'bounced'].includes(state))
        return [`${mail_id} was delivered and is "${state}"`];
      if (state === 'queued' && old) return [`${mail_id} has waited for more than ${STUCK_MINUTES} minutes`];
      return [];
    });
  },
};
