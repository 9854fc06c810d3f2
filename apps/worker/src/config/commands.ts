import { type CaseRecord, recount } from '@headgate/persistence';
import { configTexts, readFiles, writeFolder } from './folder.ts';
import { carryOutImport, type PlannedFile, planImport } from './import.ts';
import type { Fault } from './yaml-file.ts';

export interface ConfigOrder {
  readonly verb: 'export' | 'import';
  readonly path: string;
  readonly dryRun: boolean;
}

type Say = (line: string) => void;

/** Carries an order out and says what it does. Answers the exit code: 0 done, 1 refused. */
export async function runConfig(record: CaseRecord, order: ConfigOrder, say: Say): Promise<number> {
  return order.verb === 'export' ? await exportTo(record, order, say) : await importFrom(record, order, say);
}

async function exportTo(record: CaseRecord, { path, dryRun }: ConfigOrder, say: Say): Promise<number> {
  const texts = await configTexts(record);
  for (const name of texts.keys()) say(`${dryRun ? 'would write' : 'wrote'} ${name}`);
  if (!dryRun) await writeFolder(path, texts);
  say(`${counted(texts.size, 'file')} in ${path}`);
  return 0;
}

async function importFrom(record: CaseRecord, { path, dryRun }: ConfigOrder, say: Say): Promise<number> {
  const read = await readFiles(path);
  const plan = await planImport(record, read.files);
  for (const warning of plan.warnings) say(`warning: ${faultText(warning)}`);
  const faults = [...read.faults, ...plan.faults];
  for (const fault of faults) say(`error: ${faultText(fault)}`);
  if (faults.length > 0) {
    say(`${counted(faults.length, 'error')}: nothing was taken.`);
    return 1;
  }
  for (const file of plan.files) say(`${file.file.yaml.file}: ${planText(file, dryRun)}`);
  const fresh = plan.files.filter((file) => file.plan.kind !== 'unchanged');
  if (dryRun || fresh.length === 0) {
    say(
      fresh.length === 0 ? 'Nothing is new.' : `Nothing was written: ${counted(fresh.length, 'file')} would be taken.`,
    );
    return 0;
  }
  const calendars = await carryOutImport(record, fresh);
  say(`${counted(fresh.length, 'file')} taken.`);
  if (calendars) await lookAgain(record, say);
  return 0;
}

async function lookAgain(record: CaseRecord, say: Say): Promise<void> {
  say('Looking at every running case again, by the calendars as they are now:');
  const cases = await recount(record, async (done) => say(`  ${counted(done, 'case')}`));
  say(`${counted(cases, 'running case')} looked at.`);
}

const faultText = ({ file, line, path, message }: Fault): string =>
  `${file}:${line}: ${path ? `${path}: ` : ''}${message}`;

function planText({ plan }: PlannedFile, dryRun: boolean): string {
  switch (plan.kind) {
    case 'unchanged':
      return plan.why;
    case 'policy':
      return plan.add
        .map(
          ({ version, from }) =>
            `${dryRun ? 'would add' : 'adds'} version ${version}, for cases opened from ${from} on`,
        )
        .join('; ');
    case 'calendar':
      return `${dryRun ? 'would keep' : 'keeps'} new rules from ${plan.from} on`;
    default:
      return plan satisfies never;
  }
}

const counted = (count: number, noun: string): string =>
  `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
