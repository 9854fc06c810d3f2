import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { intake, openOffice, type TestOffice } from '../testing/office.ts';

let office: TestOffice;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office?.close());

const cookieOf = (response: { headers: Record<string, unknown> }) =>
  String(response.headers['set-cookie']).split(';')[0] ?? '';
const withCookie = (cookie: string, more: Record<string, string> = {}) =>
  office.send({ method: 'POST', url: '/api/v1/cases', payload: intake, headers: { cookie, ...more } });

describe('signing in', () => {
  it('gives a new token each time, in a cookie that scripts and other sites cannot use (A25)', async () => {
    const [first, second] = [await office.signIn('specialist1'), await office.signIn('specialist1')];
    expect(first.statusCode).toBe(201);
    expect(first.json().token).not.toBe(second.json().token);
    expect(String(first.headers['set-cookie'])).toMatch(/HttpOnly.*SameSite=Strict/i);
    expect(first.json().user).toMatchObject({
      username: 'specialist1',
      role: 'specialist-1',
      queue: 'customer-service',
    });
  });

  it('refuses an unknown name in the same words as a wrong password (A29)', async () => {
    const wrong = await office.signIn('manager', 'not-the-password');
    const unknown = await office.signIn('nobody', 'not-the-password');
    expect([wrong.statusCode, unknown.statusCode]).toEqual([401, 401]);
    expect(unknown.body).toBe(wrong.body);
  });

  it('ends a session for good, in every tab (A25)', async () => {
    const { token } = (await office.signIn('specialist1')).json();
    const headers = { authorization: `Bearer ${token}` };
    expect((await office.send({ method: 'GET', url: '/api/v1/me', headers })).statusCode).toBe(200);
    expect((await office.send({ method: 'DELETE', url: '/api/v1/sessions/current', headers })).statusCode).toBe(204);
    expect((await office.send({ method: 'GET', url: '/api/v1/me', headers })).statusCode).toBe(401);
  });

  it('slows guessing down, whatever address a header claims (A4)', async () => {
    const guesses = Array.from({ length: 12 }, (_, i) =>
      office.signIn('engineering', 'guess', { 'x-forwarded-for': `10.0.0.${i}`, 'cf-connecting-ip': '<b>' }),
    );
    const statuses = (await Promise.all(guesses)).map((response) => response.statusCode);
    expect(statuses).toContain(401);
    const next = await office.signIn('engineering', 'guess', { 'x-forwarded-for': '10.9.9.9' });
    expect(next.statusCode).toBe(429);
    expect(Number(next.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('does not throttle who is signed in', async () => {
    const asked = Array.from({ length: 250 }, () => office.ask('specialist1', 'GET', '/me'));
    expect(new Set((await Promise.all(asked)).map((response) => response.statusCode))).toEqual(new Set([200]));
  });
});

describe('a write by cookie (A36)', () => {
  it('is taken from Headgate’s own pages, and from no other site', async () => {
    const cookie = cookieOf(await office.signIn('specialist2'));
    expect((await withCookie(cookie, { 'sec-fetch-site': 'same-origin' })).statusCode).toBe(201);
    expect((await withCookie(cookie, { host: 'desk.example', origin: 'https://desk.example' })).statusCode).toBe(201);
    expect((await withCookie(cookie, { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
    expect((await withCookie(cookie, { 'sec-fetch-site': 'same-site' })).statusCode).toBe(403);
    expect((await withCookie(cookie, { origin: 'https://evil.example' })).statusCode).toBe(403);
    expect((await withCookie(cookie, { origin: 'null' })).statusCode).toBe(403);
  });

  it('is taken as JSON only: a form of another site cannot send it', async () => {
    const cookie = cookieOf(await office.signIn('specialist2'));
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'text/csv',
    ]) {
      const headers = { cookie, 'content-type': type };
      const response = await office.send({
        method: 'POST',
        url: '/api/v1/cases',
        payload: JSON.stringify(intake),
        headers,
      });
      expect([type, response.statusCode]).toEqual([type, 415]);
    }
  });
});
