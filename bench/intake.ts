import { bareInsert } from './limit.ts';
import { load, row } from './load.ts';
import { benchApi, benchDatabase } from './world.ts';

const intake = JSON.stringify({
  type: 'high-consumption',
  channel: 'phone',
  subject: 'The bill of last month is three times the usual',
  accountNumber: '100001',
  requester: { name: 'Ann Example', email: 'ann@example.com' },
  details: {},
});

/** Intake over HTTP, by the contract, beside a bare insert. Wanted: 0.1 of it; aimed at: 0.15. */
export async function benchIntake(): Promise<void> {
  const database = await benchDatabase();
  try {
    for (const clients of [1, 16]) {
      const limit = await bareInsert(database.ownerUrl, intake, clients);
      row('bare Nest + one INSERT', clients, limit);
      const api = await benchApi(database.url);
      const figures = await load({
        ...api,
        clients,
        next: () => ({ method: 'POST', path: '/api/v1/cases', body: intake }),
      });
      await api.stop();
      row('intake', clients, figures, limit);
    }
  } finally {
    await database.close();
  }
}
