import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openOffice, type TestOffice } from '../testing/office.ts';

let office: TestOffice;
let address: string;
beforeAll(async () => {
  office = await openOffice();
  address = await office.listen();
});
afterAll(() => office?.close());

/** Follows the stream until `enough` says so or it ends; answers what came. */
async function follow(
  token: string,
  enough: (text: string) => boolean,
  headers: Record<string, string> = {},
): Promise<{ text: string; ended: boolean }> {
  const abort = new AbortController();
  const late = setTimeout(() => abort.abort(), 8_000);
  let text = '';
  try {
    const response = await fetch(`${address}/api/v1/stream`, {
      headers: { authorization: `Bearer ${token}`, ...headers },
      signal: abort.signal,
    });
    const body = response.body?.pipeThrough(new TextDecoderStream());
    for await (const piece of body ?? []) {
      text += piece;
      if (enough(text)) return { text, ended: false };
    }
    return { text, ended: true };
  } catch {
    return { text, ended: false };
  } finally {
    clearTimeout(late);
    abort.abort();
  }
}

describe('the live stream (A37)', () => {
  it('is for those who are signed in', async () => {
    expect((await fetch(`${address}/api/v1/stream`)).status).toBe(401);
  });

  it('tells of a new case, and where to go on', async () => {
    const following = follow(await office.tokenOf('supervisor'), (text) => text.includes('event: case'));
    await new Promise((resolve) => setTimeout(resolve, 300));
    const { id } = await office.openCase();
    const { text } = await following;
    expect(text).toMatch(new RegExp(`id: \\d+\\nevent: case\\ndata: .*${id}`));
    const resumed = await follow(await office.tokenOf('supervisor'), (told) => told.includes(id), {
      'last-event-id': '0',
    });
    expect(resumed.text).toContain(id);
  });

  it('tells a crew of its own cases alone', async () => {
    const { id: foreign } = await office.openCase();
    const { id: own } = await office.openCase();
    await office.handOff(own);
    const { text } = await follow(await office.tokenOf('operations'), (told) => told.includes(own), {
      'last-event-id': '0',
    });
    expect(text).toContain(own);
    expect(text).not.toContain(foreign);
    expect(text).not.toContain('event: dashboard');
  });

  it('ends within seconds of its session', async () => {
    const { token } = (await office.signIn('specialist3')).json();
    const following = follow(token, () => false);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await office.send({
      method: 'DELETE',
      url: '/api/v1/sessions/current',
      headers: { authorization: `Bearer ${token}` },
    });
    const began = performance.now();
    expect((await following).ended).toBe(true);
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});
