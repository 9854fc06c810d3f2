import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { intake, openOffice, type TestOffice } from '../testing/office.ts';

let office: TestOffice;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office?.close());

const raw = async (payload: string | Buffer, type = 'application/json') =>
  office.send({
    method: 'POST',
    url: '/api/v1/cases',
    payload,
    headers: { 'content-type': type, authorization: `Bearer ${await office.tokenOf('specialist2')}` },
  });

describe('a body (A45)', () => {
  const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

  it.each([
    ['no JSON', '{"type":', 400],
    ['an array where an object belongs', '[]', 400],
    ['nothing', '', 400],
    ['ten thousand levels', nested(10_000), 400],
    ['a prototype', '{"__proto__":{"role":"admin"}}', 400],
    ['a constructor', '{"details":{"constructor":{"prototype":{"x":1}}}}', 400],
    ['a number past all bounds', '{"type":1e309}', 400],
    ['eleven megabytes', JSON.stringify({ ...intake, description: 'x'.repeat(11_000_000) }), 413],
  ])('of %s is refused', async (_, body, status) => {
    const response = await raw(body);
    expect(response.statusCode).toBe(status);
    expect(response.headers['content-type']).toMatch('application/problem+json');
  });

  it('in another character set is refused', async () => {
    expect((await raw(Buffer.from([0x7b, 0xff, 0x7d]))).statusCode).toBe(400);
    expect((await raw(JSON.stringify(intake), 'application/json; charset=utf-16')).statusCode).toBe(415);
  });

  it('with a key twice has one meaning', async () => {
    const response = await raw(JSON.stringify(intake).replace('{', '{"subject":"first",'));
    expect(response.json().subject).toBe(intake.subject);
  });
});

describe('a list’s query', () => {
  it.each([
    'sort=createdAt;DROP TABLE cases',
    'sort[$ne]=1',
    'status=open&status[$ne]=1',
    'status=__raw',
    'limit=0',
    'limit=101',
    'limit=1e3',
    'clock=late',
    'cursor=bm90LWEtY3Vyc29y',
    'unknown=1',
    'openedFrom=2027-02-29T00:00:00Z',
    'q=%00',
  ])('%s is refused (A19, A20, A43)', async (query) => {
    const response = await office.ask('specialist2', 'GET', `/cases?${query}`);
    expect(response.statusCode).toBe(400);
    expect(response.json().errors.length).toBeGreaterThan(0);
  });

  it('searches for SQL as for any other words (A21)', async () => {
    const { number } = await office.openCase({ subject: "O'Brien'); drop table cases; --" });
    for (const q of ["O'Brien'); drop", "' or pg_sleep(5) --", '%', '_', '\\', '"', '& | !', 'a:*', number]) {
      const response = await office.ask('specialist2', 'GET', `/cases?${new URLSearchParams({ q })}`);
      expect([q, response.statusCode]).toEqual([q, 200]);
    }
    const found = (await office.ask('specialist2', 'GET', `/cases?${new URLSearchParams({ q: 'rien drop' })}`)).json();
    expect(found.items.map((item: { number: string }) => item.number)).toEqual([number]);
  });

  it('is paged through without loss or repetition, in every order', async () => {
    for (const priority of ['low', 'urgent', 'high', 'normal', 'low']) await office.openCase({ priority });
    for (const sort of ['openedAt', '-openedAt', 'dueAt', '-dueAt', 'priority', '-priority', 'number', '-number']) {
      const all = (await office.ask('specialist2', 'GET', `/cases?sort=${sort}&limit=100`)).json().items;
      const paged = [];
      for (let next: string | null = `/cases?sort=${sort}&limit=2`; next; ) {
        const page = await office.ask('specialist2', 'GET', next);
        paged.push(...page.json().items);
        next = /<\/api\/v1([^>]+)>; rel="next"/.exec(String(page.headers.link))?.[1] ?? null;
      }
      expect([sort, paged.map(({ id }) => id)]).toEqual([sort, all.map(({ id }: { id: string }) => id)]);
    }
  });
});

describe('what is not there', () => {
  it('is a problem document under /api, and says which methods a known path has', async () => {
    const unknown = await office.send({ method: 'GET', url: '/api/v1/nothing' });
    expect([unknown.statusCode, unknown.json().code]).toEqual([404, 'unknown']);
    const put = await office.send({ method: 'PUT', url: '/api/v1/cases' });
    expect([put.statusCode, put.headers.allow]).toEqual([405, expect.stringContaining('POST')]);
  });

  it('tells nothing of itself when Headgate fails', async () => {
    const response = await office.ask('specialist2', 'GET', '/cases/%ff');
    expect(response.statusCode).toBeLessThan(500);
    expect(response.body).not.toMatch(/select |at \/|node_modules/i);
  });

  it('lets no page run scripts that are not Headgate’s own', async () => {
    const policy = String(
      (await office.send({ method: 'GET', url: '/api/v1/health/live' })).headers['content-security-policy'],
    );
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
  });
});
