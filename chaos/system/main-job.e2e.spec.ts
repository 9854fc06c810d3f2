import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, chromium, type Page } from 'playwright-core';
import { downloadSummary, startCampaignAgain } from './campaign.steps.ts';
import { attachSketch, scanPile } from './papers.steps.ts';
import { RunningHeadgate } from './running-headgate.ts';

interface CaseView {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly outcome: string | null;
  readonly tasks: readonly { readonly id: string; readonly kind: string; readonly status: string }[];
}

let headgate: RunningHeadgate;
let browser: Browser;

beforeAll(async () => {
  headgate = await RunningHeadgate.start();
  const args = [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
  ];
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args });
}, 600_000);

afterAll(async () => {
  await browser?.close();
  await headgate?.stop();
}, 60_000);

const complaint = (email: string) => ({
  type: 'high-consumption',
  channel: 'phone',
  subject: 'The last bill is three times the usual',
  accountNumber: '100001',
  requester: { name: 'Ann Example', email },
  details: {},
});

async function openCase(email: string): Promise<CaseView> {
  const { status, body } = await headgate.post<CaseView>('specialist2', '/cases', complaint(email));
  expect(status).toBe(201);
  return body;
}

const look = (id: string) => headgate.get<CaseView>('supervisor', `/cases/${id}`);

async function taskOf(id: string, kind: string): Promise<string> {
  const task = await headgate.until(`${kind} is open`, async () => {
    const { tasks } = await look(id);
    return tasks.find((t) => t.kind === kind && t.status === 'open');
  });
  return task.id;
}

/** A reading between the last two: nobody can have seen the disputed one. */
async function lowerReading(): Promise<string> {
  const { reads } = await headgate.get<{ reads: { reading: string | null; readOn: string }[] }>(
    'supervisor',
    '/accounts/100001/usage',
  );
  const seen = reads.filter((read) => read.reading !== null).sort((a, b) => a.readOn.localeCompare(b.readOn));
  return String(Math.floor(Number(seen.at(-2)?.reading)) + 4);
}

async function completeReread(id: string): Promise<void> {
  const outcome = { reading: await lowerReading(), readOn: new Date().toISOString().slice(0, 10) };
  const taskId = await taskOf(id, 'reread');
  const done = await headgate.until('the re-read is taken', async () => {
    const { status } = await headgate.post('operations', `/tasks/${taskId}/complete`, { outcome });
    return status < 300;
  });
  expect(done).toBe(true);
}

async function postCorrection(id: string): Promise<void> {
  const taskId = await taskOf(id, 'post-correction');
  const { facts } = await headgate.get<{ facts: { amount: string } }>('accounting', `/tasks/${taskId}`);
  const outcome = { amount: facts.amount, postedOn: new Date().toISOString().slice(0, 10), reference: 'JE-1' };
  expect((await headgate.post('accounting', `/tasks/${taskId}/complete`, { outcome })).status).toBeLessThan(300);
}

async function resolvedAsMisread(id: string, email: string): Promise<void> {
  const found = await headgate.until('the case is resolved', async () => {
    const view = await look(id);
    return view.status === 'resolved' && view;
  });
  expect(found.outcome).toBe('misread');
  const mails = await headgate.until('acknowledgement and decision are in the mailbox', async () => {
    const own = (await headgate.mails()).filter((mail) => mail.to[0]?.address === email);
    return own.length >= 2 && own;
  });
  expect(mails).toHaveLength(2);
}

async function signIn(username: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(headgate.url);
  await page.getByRole('textbox', { name: 'Username' }).fill(username);
  await page.getByLabel(/^Password/).fill('headgate-demo');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('link', { name: 'Queue', exact: true }).waitFor();
  return page;
}

/** By keyboard shortcut, account search and form; answers the case's number. */
async function openByForm(page: Page): Promise<string> {
  await page.keyboard.press('c');
  await page.getByLabel('Case type').selectOption('high-consumption');
  await page.getByLabel(/^Account/).fill('100001');
  await page.getByRole('option', { name: /100001/ }).click();
  await page.getByRole('textbox', { name: 'Subject' }).fill('High bill, by the desk');
  await page.getByRole('button', { name: 'Open case' }).click();
  await page.waitForURL(/cases\/HG-/);
  return page.url().split('/').at(-1) as string;
}

async function completeByForm(
  page: Page,
  number: string,
  entries: Record<string, string>,
  dateField: string,
): Promise<void> {
  await page.goto(`${headgate.url}/cases/${number}`);
  await page.getByRole('button', { name: 'Complete' }).first().click();
  for (const [name, value] of Object.entries(entries)) await page.getByRole('textbox', { name }).fill(value);
  await page.getByLabel(new RegExp(`^${dateField}`)).fill(new Date().toISOString().slice(0, 10));
  const amount = page.getByRole('textbox', { name: 'Amount' });
  if ((await amount.count()) > 0 && (await amount.inputValue()) === '') await amount.fill('-10.00');
  await page.getByRole('button', { name: 'Complete' }).last().click();
  await page.getByRole('button', { name: 'Complete' }).last().waitFor({ state: 'detached' });
}

describe('the main job, on the whole system', () => {
  it('takes a complaint from intake over re-read and correction to its decision', async () => {
    const email = 'plain@example.com';
    const { id } = await openCase(email);
    await completeReread(id);
    await postCorrection(id);
    await resolvedAsMisread(id, email);
  }, 180_000);

  it('takes the same through the desk: the form, the re-read by operations, the posting by accounting', async () => {
    const specialist = await signIn('specialist2');
    const number = await openByForm(specialist);
    const operations = await signIn('operations');
    await completeByForm(operations, number, { Reading: await lowerReading() }, 'Read on');
    const accounting = await signIn('accounting');
    await completeByForm(accounting, number, { Reference: 'JE-2' }, 'Posted on');
    await specialist.getByText('Resolved', { exact: true }).first().waitFor();
    await specialist.getByText('Misread, bill corrected').first().waitFor();
    const { outcome } = await look(number);
    expect(outcome).toBe('misread');
    await Promise.all([specialist, operations, accounting].map((page) => page.context().close()));
  }, 180_000);

  it('takes papers at the desk: a sketch by its button, and a pile of scans that finds its case', async () => {
    const { number } = await openCase('papers@example.com');
    const page = await signIn('specialist2');
    await attachSketch(page, headgate.url, number);
    await scanPile(page, headgate, number);
    await page.context().close();
  }, 240_000);

  it('opens the RRA cases of whoever is new to the register, and writes the district’s summary', async () => {
    const page = await signIn('admin');
    await startCampaignAgain(page, headgate.url);
    await downloadSummary(page);
    await page.context().close();
  }, 360_000);

  it('makes one case of fifty parallel intakes with one key', async () => {
    const key = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        headgate.post<CaseView>('specialist2', '/cases', complaint('fifty@example.com'), key),
      ),
    );
    const made = answers.filter(({ status }) => status === 201);
    expect(new Set(made.map(({ body }) => body.id)).size).toBe(1);
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
  }, 60_000);

  it('goes on when the worker, the API and Temporal are killed one after the other in the middle of a case', async () => {
    const email = 'killed@example.com';
    const { id } = await openCase(email);
    headgate.kill('worker');
    await completeReread(id);
    headgate.kill('api');
    const correction = await taskOf(id, 'post-correction');
    headgate.kill('temporal');
    expect(correction).toBeTruthy();
    await postCorrection(id);
    await resolvedAsMisread(id, email);
  }, 240_000);

  it('takes intake and work while Temporal is away, and goes on from the record when its database is lost', async () => {
    const email = 'lost@example.com';
    const first = await openCase(email);
    await taskOf(first.id, 'reread');
    headgate.killTemporalAndItsDatabase();
    const second = await openCase('away@example.com');
    await completeReread(first.id);
    await postCorrection(first.id);
    await resolvedAsMisread(first.id, email);
    await taskOf(second.id, 'reread');
  }, 240_000);

  it('keeps every invariant of the record through all of that', async () => {
    const program = fileURLToPath(new URL('../verify/main.ts', import.meta.url));
    const answer = await headgate.until(
      'the invariants hold',
      async () => {
        const run = spawnSync(process.execPath, [program], { env: headgate.env, encoding: 'utf8' });
        return run.status === 0 ? run.stdout : Promise.reject(new Error(run.stdout + run.stderr));
      },
      150,
    );
    expect(answer).toContain('8 invariants hold');
  }, 240_000);
});
