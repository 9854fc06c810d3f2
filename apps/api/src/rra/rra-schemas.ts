import { z } from 'zod';
import { formYearField } from '../http/fields.ts';
import { campaignStates } from './progress.ts';

const at = z.iso.datetime({ offset: true });
const date = z.iso.date();
const acres = z.string();
const figures = z.record(z.string(), z.object({ value: z.int(), query: z.string() }));

export const campaignBody = z.strictObject({ formYear: z.int().min(1997).max(2100) });
export const yearQuery = z.strictObject({ formYear: formYearField });
export const summaryQuery = yearQuery.extend({ format: z.enum(['json', 'csv', 'pdf']).default('json') });

export const campaignSchema = z
  .object({
    formYear: z.int(),
    state: z.enum(campaignStates),
    askedBy: z.string(),
    startedAt: at,
    plannedAt: at.nullable(),
    finishedAt: at.nullable(),
    lastOpenedAt: at.nullable(),
    /** Landholders who must file, whose case is open, and who need not file. */
    planned: z.int(),
    opened: z.int(),
    notRequired: z.int(),
    accepted: z.int(),
    rate: z.int(),
    perSecond: z.string().nullable(),
    secondsLeft: z.int().nullable(),
    readyAt: at.nullable(),
    fault: z.string().nullable(),
    refused: z.array(z.object({ landholder: z.string(), name: z.string(), reason: z.string() })),
    byStatus: figures,
    byStage: figures,
    asOf: at,
  })
  .meta({ id: 'RraCampaign' });

export const heldParcelSchema = z
  .object({
    parcel: z.string(),
    acres,
    route: z.string().nullable(),
    turnout: z.string().nullable(),
    firstDeliveryOn: date.nullable(),
    locked: z.boolean(),
    heldFor: z.array(
      z.object({
        landholder: z.string(),
        name: z.string(),
        opened: z.boolean(),
        caseNumber: z.string().nullable(),
        rules: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: 'HeldParcel' });

const totals = {
  landholders: z.int(),
  ownedAcres: acres,
  leasedAcres: acres,
  excessAcres: acres,
  fullCostAcres: acres,
};
const entry = z.object({
  landholder: z.string(),
  name: z.string(),
  holder: z.string(),
  summary: z.string(),
  form: z.string(),
  acceptedOn: date.nullable(),
  ownedAcres: acres,
  leasedAcres: acres,
  westwideAcres: acres,
  excessAcres: acres,
  fullCostAcres: acres,
});

export const summarySchema = z
  .object({
    formYear: z.int(),
    district: z.string(),
    applicability: z.string(),
    applicabilitySource: z.string(),
    deliveryExpected: z.boolean(),
    newSummaryDueOn: date.nullable(),
    summaries: z.array(
      z.object({
        form: z.string(),
        formYear: z.int(),
        items: z.array(z.int()),
        sheets: z.array(
          z.object({ tabulation: z.string(), holder: z.string(), rows: z.array(entry), totals: z.object(totals) }),
        ),
        ...totals,
        outstanding: z.array(z.string()),
      }),
    ),
    assessments: z.array(z.object({ kind: z.string(), landholder: z.string(), year: z.int(), amount: z.string() })),
    assessedTotal: z.string(),
    forms: z.array(
      z.object({
        landholder: z.string(),
        name: z.string(),
        form: z.string(),
        formYear: z.int(),
        receivedOn: date,
        acceptedOn: date,
        shelf: z.string().nullable(),
        caseNumber: z.string().nullable(),
        supersededOn: date.nullable(),
        legalHold: z.boolean(),
        reclamationKeepsThrough: date.nullable(),
        mayBeDestroyedFrom: date.nullable(),
      }),
    ),
    asOf: at,
  })
  .meta({ id: 'DistrictSummary' });
