import { AxeBuilder } from '@axe-core/playwright';
import { letterPdf } from '@headgate/letters';
import { scanned } from '@headgate/testing/scanner';
import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { RunningHeadgate } from './running-headgate.ts';

const pdf = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/pdf', buffer });

async function paper(): Promise<Buffer> {
  const html = '<main><h1>Certification</h1><p>Westwide owned: 640 acres. Signed J. Hernández.</p></main>';
  return await letterPdf({ subject: 'A form', language: 'en', html }, null);
}

/** Files a sketch on the case's page, and hears that an empty file is none. */
export async function attachSketch(page: Page, base: string, number: string): Promise<void> {
  await page.goto(`${base}/cases/${number}`);
  const papers = page.getByRole('region', { name: 'Papers' });
  await papers.getByText('No papers yet.').waitFor();
  const empty = { name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) };
  await papers.locator('input[type=file]').setInputFiles([pdf('sketch.pdf', await paper()), empty]);
  await papers.getByText('The file is empty.').waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    papers.getByRole('link', { name: 'sketch.pdf' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('sketch.pdf');
  await papers.getByRole('button', { name: 'Dismiss empty.txt' }).click();
  await mustBeAccessible(page);
}

/** Scans a pile: a loose page, then the case's cover sheet with its papers; files the loose page by hand. */
export async function scanPile(page: Page, headgate: RunningHeadgate, number: string): Promise<void> {
  const sheet = await paper();
  const cover = Buffer.from(
    await page.evaluate(
      async (path) => [...new Uint8Array(await (await fetch(path)).arrayBuffer())],
      `/api/v1/cases/${number}/cover-sheet`,
    ),
  );
  await page.goto(`${headgate.url}/scans`);
  await page
    .locator('input[type=file]')
    .setInputFiles(pdf('Monday.pdf', scanned([sheet, cover, sheet, sheet], { seed: 3 })));
  const scan = page.getByRole('region', { name: 'Monday.pdf' });
  await scan.getByText('1 part to file, 1 filed').waitFor({ timeout: 120_000 });
  await scan.getByText('No cover sheet lies before these pages.').waitFor();
  await scan.getByRole('img', { name: 'Page 1, larger' }).waitFor();
  await mustBeAccessible(page);
  await scan.getByRole('textbox', { name: 'Number of the case' }).fill(number);
  await scan.getByRole('link', { name: number }).waitFor();
  await scan.getByRole('button', { name: 'File', exact: true }).click();
  await scan.getByText('2 parts filed').waitFor();
  const { items } = await headgate.get<{ items: { name: string }[] }>('specialist2', `/cases/${number}/attachments`);
  expect(items.map(({ name }) => name)).toEqual(['sketch.pdf', 'Monday, pages 2-4.pdf', 'Monday, page 1.pdf']);
  await mustBeAccessible(page);
}

async function mustBeAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
}
