import { ladderTasks } from '@headgate/domain/case';
import { type Finding, isError, type LintContext } from '@headgate/domain/sla';
import { templateNames } from '@headgate/letters';
import { type CaseRecord, calendarVersions } from '@headgate/persistence';
import { invalid } from '../http/problem-of.ts';

/** What a policy may name at this office: its calendars, staff, letters and tasks. */
export async function lintContext(record: CaseRecord): Promise<LintContext> {
  const [{ people }, calendars] = await Promise.all([record.office.current(), calendarVersions(record.db)]);
  return {
    people,
    calendars: [...new Set(['district', ...calendars.map(({ name }) => name)])],
    templates: templateNames().map(({ name }) => name),
    tasks: Object.keys(ladderTasks),
  };
}

/** The warnings among the findings. Throws a 400 Problem that names the place of each error. */
export function sound(findings: readonly Finding[]): Finding[] {
  const errors = findings.filter(isError);
  if (errors.length > 0) throw invalid(errors.map(({ path, message }) => ({ path: path.split('.'), message })));
  return findings.filter((finding) => !isError(finding));
}
