import { ScriptedMailServer } from '@headgate/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MailServer } from './mail-server.ts';

const server = new ScriptedMailServer();
let ours: MailServer;

beforeAll(async () => {
  await server.listen();
  ours = new MailServer(server.url);
});

afterAll(async () => {
  ours.close();
  await server.close();
});

describe('what a message may bring along (A8)', () => {
  it.each([
    ['a file of this machine', { path: '/etc/hostname' }],
    ['a page of another machine', { href: 'http://169.254.169.254/latest/meta-data' }],
  ])('is never %s', async (_title, html) => {
    const mail = { envelope: { from: 'office@headgate.example', to: ['a@example.org'] }, to: 'a@example.org', html };
    expect((await ours.post(mail)).kind).not.toBe('accepted');
    expect(server.taken).toHaveLength(0);
  });
});
