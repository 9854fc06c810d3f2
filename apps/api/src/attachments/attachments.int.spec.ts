import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { LARGEST_ATTACHMENT, MOST_ATTACHMENTS } from '@headgate/domain/case';
import { eventsOf } from '@headgate/persistence';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openOffice, type TestOffice } from '../testing/office.ts';

let office: TestOffice;
let caseId: string;
beforeAll(async () => {
  office = await openOffice();
  caseId = (await office.openCase()).id;
});
afterAll(() => office?.close());

const pdf = Buffer.from('%PDF-1.7\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n');
const sketch = (bytes: number) => Buffer.concat([pdf, Buffer.alloc(bytes - pdf.length, 'x')]);

interface Sent {
  readonly name?: string;
  readonly by?: string;
  readonly to?: string;
  readonly type?: string;
  readonly key?: string;
}

async function attach(bytes: Buffer, { name = 'sketch.pdf', by = 'specialist2', to = caseId, type, key }: Sent = {}) {
  return await office.send({
    method: 'POST',
    url: `/api/v1/cases/${to}/attachments?${new URLSearchParams({ name })}`,
    payload: bytes,
    headers: {
      'content-type': type ?? 'application/octet-stream',
      authorization: `Bearer ${await office.tokenOf(by)}`,
      ...(key ? { 'idempotency-key': key } : {}),
    },
  });
}

const list = async (by = 'specialist2', of = caseId) =>
  (await office.ask(by, 'GET', `/cases/${of}/attachments`)).json();
const fetched = (id: string, by = 'specialist2') => office.ask(by, 'GET', `/attachments/${id}`);

describe('a file that is filed with a case', () => {
  it('comes back byte by byte, and the record tells its name, size and hash', async () => {
    const bytes = sketch(3 * 1024 * 1024 + 17);
    const response = await attach(bytes, { name: 'turnout sketch.pdf' });
    expect(response.statusCode).toBe(201);
    const told = response.json();
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(told).toMatchObject({
      name: 'turnout sketch.pdf',
      mediaType: 'application/pdf',
      size: bytes.length,
      sha256,
    });
    expect(response.headers.location).toBe(`/api/v1/attachments/${told.id}`);
    const back = await fetched(told.id);
    expect(back.statusCode).toBe(200);
    expect(back.rawPayload.equals(bytes)).toBe(true);
    const event = (await eventsOf(office.record.db, caseId)).at(-1);
    expect([event?.type, event?.data, event?.actor.name]).toEqual([
      'attachment-added',
      { attachmentId: told.id, name: told.name, mediaType: told.mediaType, size: told.size, sha256 },
      'specialist2',
    ]);
    expect((await list()).items).toContainEqual(told);
  });

  it('is filed once when the same request comes again, and another file under its key is refused', async () => {
    const { id: to } = await office.openCase();
    const [first, again] = [await attach(pdf, { to, key: 'once' }), await attach(pdf, { to, key: 'once' })];
    expect(again.body).toBe(first.body);
    expect((await list('specialist2', to)).items).toHaveLength(1);
    expect((await attach(sketch(200), { to, key: 'once' })).statusCode).toBe(422);
    const many = await Promise.all(Array.from({ length: 5 }, () => attach(pdf, { to, key: 'at-once' })));
    expect(new Set(many.map(({ body }) => body)).size).toBe(1);
    expect((await list('specialist2', to)).items).toHaveLength(2);
  });

  it('may come after the case has ended, as a note may', async () => {
    const { id: to } = await office.openCase();
    await office.ask('specialist2', 'POST', `/cases/${to}/cancel`, { reason: 'by mistake' });
    expect((await attach(pdf, { to })).statusCode).toBe(201);
  });

  it('is listed page by page, in the order in which it came', async () => {
    const { id: to } = await office.openCase();
    for (const name of ['a.pdf', 'b.pdf', 'c.pdf']) await attach(pdf, { to, name });
    const first = await office.ask('specialist2', 'GET', `/cases/${to}/attachments?limit=2`);
    const rest = await office.ask(
      'specialist2',
      'GET',
      `/cases/${to}/attachments?limit=2&cursor=${first.json().nextCursor}`,
    );
    const names = [...first.json().items, ...rest.json().items].map(({ name }: { name: string }) => name);
    expect([names, rest.json().nextCursor]).toEqual([['a.pdf', 'b.pdf', 'c.pdf'], null]);
  });
});

describe('what may not be filed', () => {
  it('is an empty file, and one of more than 25 MB (A33)', async () => {
    expect((await attach(Buffer.alloc(0))).statusCode).toBe(400);
    expect((await attach(sketch(LARGEST_ATTACHMENT))).statusCode).toBe(201);
    expect((await attach(sketch(LARGEST_ATTACHMENT + 1))).statusCode).toBe(413);
    expect((await attach(sketch(26_000_000 + 1024 * 1024))).json().code).toBe('too-large');
  });

  it('is more than a case’s papers ever are (A33)', async () => {
    const { id: to } = await office.openCase();
    for (let n = 0; n < MOST_ATTACHMENTS; n++) expect((await attach(pdf, { to })).statusCode).toBe(201);
    const refused = await attach(pdf, { to });
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'too-many-attachments']);
  }, 120_000);

  it('is what comes as a form, as text or as JSON', async () => {
    for (const type of ['multipart/form-data; boundary=x', 'text/plain', 'application/json', 'text/csv', 'text/html']) {
      const { statusCode } = await attach(Buffer.from('{"a":1}'), { type });
      expect([type, statusCode]).toEqual([type, 415]);
    }
    const elsewhere = await office.send({
      method: 'POST',
      url: '/api/v1/cases',
      payload: pdf,
      headers: { 'content-type': 'application/pdf', authorization: `Bearer ${await office.tokenOf('specialist2')}` },
    });
    expect(elsewhere.statusCode).toBe(415);
  });

  it('has a name with NUL, or none', async () => {
    for (const name of ['', 'a\0.pdf', 'x'.repeat(1001)]) expect((await attach(pdf, { name })).statusCode).toBe(400);
  });

  it('leaves nothing behind when the disk of the database is full (F10)', async () => {
    const { id: to, version } = await office.openCase();
    await office.asOwner(`create function full_disk() returns trigger language plpgsql as $$
      begin raise exception 'could not extend file' using errcode = 'disk_full'; end $$;
      create trigger full_disk before insert on stored_piece for each row when (new.n = 1) execute function full_disk()`);
    const refused = await attach(sketch(3_000_000), { to });
    expect([refused.statusCode, refused.json().code]).toEqual([503, 'not-now']);
    expect(refused.headers['retry-after']).toBeDefined();
    await office.asOwner('drop trigger full_disk on stored_piece; drop function full_disk');
    expect((await office.ask('specialist2', 'GET', `/cases/${to}`)).json().version).toBe(version);
    expect((await list('specialist2', to)).items).toEqual([]);
    expect((await attach(sketch(3_000_000), { to })).statusCode).toBe(201);
  });
});

describe('a file that means harm', () => {
  it.each([
    ['../../etc/passwd', 'passwd'],
    ['.htaccess', 'htaccess'],
    ['\u200b.htaccess', 'htaccess'],
    ['photo\u202egpj.exe', 'photogpj.exe'],
    ['con', '_con'],
    [`${'x'.repeat(296)}.pdf`, `${'x'.repeat(146)}.pdf`],
    ['a\r\nset-cookie: x=1.pdf', 'aset-cookie x=1.pdf'],
  ])('under the name %j is downloaded as %j (A31)', async (name, shown) => {
    const told = (await attach(pdf, { name })).json();
    expect(told.name).toBe(shown);
    const { headers } = await fetched(told.id);
    expect(headers['content-disposition']).toMatch(/^attachment; filename/);
    expect(headers['set-cookie']).toBeUndefined();
    expect(String(headers['content-disposition'])).not.toMatch(/[\r\n/\\]/);
  });

  it('has its name in letters of any script, by RFC 6266', async () => {
    const told = (await attach(pdf, { name: 'señal 水.pdf' })).json();
    const { headers } = await fetched(told.id);
    expect(headers['content-disposition']).toContain("filename*=UTF-8''se%C3%B1al%20%E6%B0%B4.pdf");
  });

  it.each([
    ['svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['xml', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['html', '<!doctype html><script>alert(1)</script>'],
    ['js', 'alert(1)'],
    ['exe', 'MZ\u0090\u0000\u0003'],
    ['swf', 'FWS\u0009'],
  ])('as %s runs in no browser (A32)', async (kind, content) => {
    const told = (await attach(Buffer.from(content, 'latin1'), { name: `x.${kind}`, type: 'image/svg+xml' })).json();
    const { headers } = await fetched(told.id);
    expect(headers['content-type']).toMatch(/^(text\/plain; charset=utf-8|application\/octet-stream)$/);
    expect(headers['content-disposition']).toMatch(/^attachment/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-security-policy']).toBe("default-src 'none'; sandbox");
  });

  it('is called what its bytes are, whatever its sender says, and is not unpacked (A33, A34)', async () => {
    const png = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex');
    const zip = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), Buffer.alloc(60)]);
    expect((await attach(png, { name: 'x.html', type: 'application/pdf' })).json().mediaType).toBe('image/png');
    expect((await attach(zip, { name: 'bomb.docx' })).json().mediaType).toBe('application/zip');
    expect((await attach(Buffer.from([0, 1, 2, 255]))).json().mediaType).toBe('application/octet-stream');
  });
});

describe('over the wire', () => {
  const over = async (bytes: number, sent: Buffer) => {
    const url = new URL(await office.listen());
    const socket = connect(Number(url.port), url.hostname);
    const answer: Buffer[] = [];
    socket.on('data', (chunk) => answer.push(chunk as Buffer)).on('error', () => undefined);
    socket.write(`POST /api/v1/cases/${caseId}/attachments?name=x HTTP/1.1\r\nhost: ${url.host}\r\n`);
    socket.write(`authorization: Bearer ${await office.tokenOf('specialist2')}\r\ncontent-type: application/pdf\r\n`);
    socket.write(`content-length: ${bytes}\r\n\r\n`);
    socket.write(sent);
    return { socket, answer };
  };

  it('a file that is too large is refused in words, also to a sender who first sends it all (A33)', async () => {
    const bytes = sketch(LARGEST_ATTACHMENT + 1);
    const { socket, answer } = await over(bytes.length, bytes);
    await once(socket, 'end');
    socket.destroy();
    expect(Buffer.concat(answer).toString()).toMatch(/^HTTP\/1\.1 413 [\s\S]*"code":"too-large"/);
  }, 60_000);

  it('a file that breaks off is filed nowhere, and others go on', async () => {
    const before = (await list()).items.length;
    for (let n = 0; n < 10; n++) {
      const { socket } = await over(1_000_000, sketch(5000));
      await pause(20);
      socket.destroy();
    }
    expect((await attach(pdf)).statusCode).toBe(201);
    expect((await list()).items).toHaveLength(before + 1);
  });
});

describe('a file of a case that somebody may not know of (A12)', () => {
  it('is not there for a crew of another department, and cannot be guessed', async () => {
    const told = (await attach(pdf)).json();
    expect((await fetched(told.id, 'accounting')).statusCode).toBe(404);
    expect((await attach(pdf, { by: 'accounting' })).statusCode).toBe(404);
    expect((await office.ask('accounting', 'GET', `/cases/${caseId}/attachments`)).statusCode).toBe(404);
    for (const id of ['none', caseId, '00000000-0000-7000-8000-000000000000', `${told.id}'`, '../cases'])
      expect((await fetched(encodeURIComponent(id))).statusCode).toBe(404);
    await office.handOff(caseId);
    expect((await fetched(told.id, 'operations')).statusCode).toBe(200);
  });

  it('is asked of nobody who is not signed in, before its bytes are read', async () => {
    const url = `/api/v1/cases/${caseId}/attachments?name=x`;
    const headers = { 'content-type': 'application/pdf' };
    expect((await office.send({ method: 'POST', url, payload: pdf, headers })).statusCode).toBe(401);
  });

  it('is neither changed nor taken away by the application itself', async () => {
    const told = (await attach(pdf)).json();
    for (const act of [
      `delete from attachment where id = '${told.id}'`,
      `update attachment set name = 'x' where id = '${told.id}'`,
      `update stored_piece set bytes = ''`,
      `delete from stored_piece`,
      `delete from stored_file f using attachment a where a.file_id = f.id and a.id = '${told.id}'`,
    ])
      await expect(office.asApplication(act)).rejects.toThrow(/denied|append-only|violates foreign key/);
  });
});
