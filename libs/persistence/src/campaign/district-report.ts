import {
  type Assessment,
  assessedTotal,
  type DistrictSummary,
  decidingDay,
  districtSummary,
  type FormYear,
  keptForms,
  mayBeDestroyedFrom,
  newSummaryDue,
  type SummaryEntry,
  summaryEntries,
} from '@headgate/domain/land';
import type { Money } from '@headgate/domain/money';
import type { CivilDate, Instant } from '@headgate/domain/time';
import { type Kysely, sql } from 'kysely';
import { type FormFiled, formsFiled } from '../register/land-forms.ts';
import { filingsOfYear } from './filings.ts';

/** An accepted form with the day from which its original may be destroyed; null while it may not (A28). */
export interface KeptOriginal extends FormFiled {
  readonly supersededOn: CivilDate | null;
  readonly mayBeDestroyedFrom: CivilDate | null;
}

/** What the district tells Reclamation of a year, and what it keeps of it. */
export interface DistrictReport {
  readonly formYear: FormYear;
  readonly district: string;
  readonly applicability: string;
  readonly applicabilitySource: string;
  readonly deliveryExpected: boolean;
  /** The last day for a summary with tabulations where delivery began after one that expected none (A29). */
  readonly newSummaryDueOn: CivilDate | null;
  readonly summaries: readonly DistrictSummary[];
  readonly assessments: readonly Assessment[];
  readonly assessedTotal: Money;
  readonly forms: readonly KeptOriginal[];
  readonly asOf: Instant;
}

/** The district's summary of a year as the register and the cases stand (A28, A29, A31). Throws a Refusal by A36. */
export async function districtReport(
  db: Kysely<unknown>,
  formYear: FormYear,
  { now, today }: { readonly now: Instant; readonly today: CivilDate },
): Promise<DistrictReport> {
  const { standing, filings } = await filingsOfYear(db, formYear, today);
  const [forms, names, assessments, deliveries] = await Promise.all([
    formsFiled(db),
    namesOf(db),
    assessed(db, formYear),
    deliveriesOf(db, formYear),
  ]);
  const accepted = acceptedOf(forms, formYear);
  const filedBy = (id: string) => ({ name: names.get(id) ?? id, acceptedOn: null, ...accepted.get(id) });
  const entries = summaryEntries(filings, filedBy, decidingDay(formYear, today));
  const deliveryExpected = deliveries.expected !== null || deliveries.made !== null;
  const exempt = standing.applicability === 'exempt';
  return {
    formYear,
    district: standing.name,
    applicability: standing.applicability,
    applicabilitySource: standing.source,
    deliveryExpected,
    newSummaryDueOn: deliveries.made && !deliveries.expected ? newSummaryDue(deliveries.made) : null,
    summaries: exempt ? [] : summariesOf(formYear, deliveryExpected, entries),
    assessments,
    assessedTotal: assessedTotal(assessments),
    forms: keptOriginals(forms),
    asOf: now,
  };
}

function summariesOf(formYear: FormYear, expected: boolean, entries: readonly SummaryEntry[]): DistrictSummary[] {
  return (['7-21SUMM-C', '7-21SUMM-R'] as const).map((form) => districtSummary(form, formYear, expected, entries));
}

/** The first accepted form of the year of each landholder. */
function acceptedOf(forms: readonly FormFiled[], formYear: FormYear) {
  const ofYear = forms.filter((form) => form.formYear === formYear).toReversed();
  return new Map(ofYear.map(({ landholder, form, acceptedOn }) => [landholder, { form, acceptedOn }]));
}

function keptOriginals(forms: readonly FormFiled[]): KeptOriginal[] {
  return [...Map.groupBy(forms, ({ landholder }) => landholder).values()].flatMap((filed) =>
    keptForms(filed).map(({ form, kept }) => ({
      ...form,
      supersededOn: kept.supersededOn,
      mayBeDestroyedFrom: mayBeDestroyedFrom(kept),
    })),
  );
}

async function namesOf(db: Kysely<unknown>): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`select id, name from landholder`.execute(db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** What the cases of the year have counted: once for each failing, landholder and year (A31). */
async function assessed(db: Kysely<unknown>, formYear: FormYear): Promise<Assessment[]> {
  const { rows } = await sql<Assessment>`
    select distinct on (e.data->>'kind', e.data->>'landholder') e.data->>'kind' as kind,
           e.data->>'landholder' as landholder, (e.data->>'year')::int as year, e.data->>'amount' as amount
      from case_event e where e.type = 'assessment-counted' and (e.data->>'year')::int = ${formYear}
     order by e.data->>'kind', e.data->>'landholder', e.at`.execute(db);
  return rows;
}

interface Deliveries {
  readonly expected: CivilDate | null;
  readonly made: CivilDate | null;
}

/** The first delivery of project water of the year that was expected, and the first that was made. */
async function deliveriesOf(db: Kysely<unknown>, formYear: FormYear): Promise<Deliveries> {
  const { rows } = await sql<Deliveries>`
    select min(expected)::text as expected, min(made)::text as made from (
      select expected_on as expected, delivered_on as made from parcel_delivery where form_year = ${formYear}
      union all
      select null, (e.data->>'on')::date from case_event e join cases c on c.id = e.case_id
       where e.type = 'water-delivered' and c.details->>'formYear' = ${String(formYear)}
    ) d`.execute(db);
  return rows[0] ?? { expected: null, made: null };
}
