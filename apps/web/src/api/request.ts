import { Problem } from './problem.ts';

export interface Answer<T> {
  value: T;
  etag: string | null;
}

export interface Write {
  /** The version of the case that the person saw, when one is known. */
  ifMatch?: string | null;
  /** One per act of a person: a repeat of the same act carries the same key. */
  key?: string;
}

export type Query = Readonly<Record<string, string | number | null | undefined>>;

const root = '/api/v1';

export async function get<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> {
  return (await getWithEtag<T>(path, query, signal)).value;
}

export function getWithEtag<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<Answer<T>> {
  return send<T>(`${root}${path}${search(query)}`, { ...(signal ? { signal } : {}) });
}

export function post<T>(path: string, body: unknown, write: Write = {}): Promise<Answer<T>> {
  return patiently(() =>
    send<T>(`${root}${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...guards(write) },
    }),
  );
}

export function remove(path: string): Promise<Answer<unknown>> {
  return send(`${root}${path}`, { method: 'DELETE', headers: guards({}) });
}

export function search(query: Query): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return given.length === 0 ? '' : `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`;
}

function guards(write: Write): Record<string, string> {
  // Kept on the write itself, so that its repeats carry it too.
  write.key ??= crypto.randomUUID();
  return { 'idempotency-key': write.key, ...(write.ifMatch ? { 'if-match': write.ifMatch } : {}) };
}

/** Repeats a write under its one key while the network or a restarting part is in the way: it cannot act twice. */
async function patiently<T>(act: () => Promise<Answer<T>>): Promise<Answer<T>> {
  for (const pause of [300, 1200]) {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof Problem) || !passesSoon(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return act();
}

const passesSoon = (problem: Problem): boolean =>
  problem.status === 0 || problem.status === 503 || problem.code === 'in-progress';

async function send<T>(url: string, init: RequestInit): Promise<Answer<T>> {
  const response = await fetch(url, { ...init, credentials: 'same-origin' }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Problem(0, {});
  });
  const text = await response.text();
  const body = isJson(response) && text ? (JSON.parse(text) as unknown) : null;
  if (!response.ok) throw new Problem(response.status, (body ?? {}) as Record<string, unknown>);
  return { value: body as T, etag: response.headers.get('etag') };
}

const isJson = (response: Response): boolean => /[/+]json/.test(response.headers.get('content-type') ?? '');
