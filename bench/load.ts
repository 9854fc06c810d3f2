import autocannon from 'autocannon';

export interface Load {
  readonly url: string;
  readonly token?: string;
  readonly clients: number;
  readonly seconds?: number;
  /** The next request; called for each. */
  readonly next: () => { method: 'GET' | 'POST'; path: string; body?: string };
}

export interface Figures {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly failed: number;
}

/** Sends requests for some seconds, a second of warming up before them, and answers what came back. */
export async function load(asked: Load): Promise<Figures> {
  await run({ ...asked, seconds: 2 });
  return await run(asked);
}

async function run({ url, token, clients, seconds = 8, next }: Load): Promise<Figures> {
  const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) };
  const result = await autocannon({
    url,
    connections: clients,
    duration: seconds,
    requests: [{ setupRequest: (request) => ({ ...request, ...next(), headers }) }],
  });
  return {
    perSecond: result.requests.average,
    p50: result.latency.p50,
    p99: result.latency.p99,
    failed: result.non2xx + result.errors,
  };
}

export function row(name: string, clients: number, { perSecond, p50, p99, failed }: Figures, limit?: Figures): void {
  const share = limit ? `${(perSecond / limit.perSecond).toFixed(3)} of the limit` : '';
  const faults = failed > 0 ? `  ${failed} FAILED` : '';
  console.log(
    `${name.padEnd(26)} ${String(clients).padStart(2)} clients ${perSecond.toFixed(0).padStart(7)}/s  p50 ${String(p50).padStart(4)} ms  p99 ${String(p99).padStart(4)} ms  ${share}${faults}`,
  );
}
