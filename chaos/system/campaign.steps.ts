import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';

const landholders =
  'id,name,holder,recipient,water_by_1981,prior_law,household_of,household_role,household_since,trust_written,trust_revocable_by,interests,interests_since,signers,recordable_contract_acres,language,email,phone,mailing_address,account\n' +
  'lh-new,Newcomer Farms,entity,qualified,,,,,,,,,,lh-new-signer,,en,,,"9 Shore Road, Rancho Alamo, CA 95024",';
const land =
  'parcel,district,acres,land_class,exempt,exempt_because,route,turnout,landholder,tenure,share,operator,from_public_entity,acquired_involuntarily_on,from,until,first_delivery_on\n' +
  'new-parcel,Headgate Water District,400,1,no,,A01,T-900,lh-new,owned,1,,no,,2026-01-01,,';

/** A landholder is new to the register: the campaign that is started again opens a case for them, and for nobody else. */
export async function startCampaignAgain(page: Page, base: string): Promise<void> {
  await importFile(page, 'landholders', landholders);
  await importFile(page, 'land', land);
  await page.goto(`${base}/rra`);
  const opened = page.getByText(/^\d+ of \d+$/).first();
  await opened.waitFor();
  const before = Number((await opened.textContent())?.split(' ')[0]);
  await page.getByRole('button', { name: 'Start a campaign' }).click();
  await mustBeAccessible(page);
  await page.getByRole('button', { name: /^Start the campaign of/ }).click();
  await page.getByText(`${before + 1} of ${before + 1}`, { exact: true }).waitFor({ timeout: 240_000 });
  await mustBeAccessible(page);
}

/** The district's summary comes as a file, with the newcomer in its tabulation. */
export async function downloadSummary(page: Page): Promise<void> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Summary CSV' }).click(),
  ]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  const rows = Buffer.concat(chunks).toString().split('\n');
  expect(rows.filter((row) => row.startsWith('landholder,7-21SUMM-C,B,lh-new,Newcomer Farms'))).toHaveLength(1);
}

async function importFile(page: Page, kind: string, body: string): Promise<void> {
  const accepted = await page.evaluate(
    async ([path, text]) => {
      const headers = { 'content-type': 'text/csv' };
      const response = await fetch(path as string, { method: 'POST', headers, body: text as string });
      return ((await response.json()) as { accepted: number }).accepted;
    },
    [`/api/v1/imports/${kind}`, body],
  );
  expect([kind, accepted]).toEqual([kind, 1]);
}

async function mustBeAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
}
