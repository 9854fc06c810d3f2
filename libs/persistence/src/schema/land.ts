import type { Applicability, FormNumber, HolderKind, PriorLawKind, RecipientKind } from '@headgate/domain/land';
import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** What the district is under the Act, from a day on, with the paper that says so. */
export const DistrictStandingRow = defineEntity({
  name: 'DistrictStandingRow',
  tableName: 'district_standing',
  properties: {
    fromOn: p.date().primary(),
    district: p.text(),
    applicability: p.text().$type<Applicability>(),
    withdrawnOn: p.date().nullable(),
    contractProcedure: p.boolean(),
    source: p.text(),
  },
});

export const LandholderRow = defineEntity({
  name: 'LandholderRow',
  tableName: 'landholder',
  properties: {
    id: p.text().primary(),
    name: p.text(),
    holder: p.text().$type<HolderKind>(),
    recipient: p.text().$type<RecipientKind>(),
    waterBy1981: p.boolean().fieldName('water_by_1981'),
    priorLaw: p.text().$type<PriorLawKind>().nullable(),
    householdOf: p.text().nullable(),
    householdRole: p.text().$type<'spouse' | 'dependent'>().nullable(),
    householdSince: p.date().nullable(),
    trustWritten: p.boolean().nullable(),
    trustRevocableBy: p.text().nullable(),
    signers: p.array(),
    recordableContractAcres: p.decimal().nullable(),
    language: p.text(),
    email: p.text().nullable(),
    phone: p.text().nullable(),
    mailingAddress: p.text(),
    accountNumber: p.text().nullable(),
  },
});
export type LandholderRow = InferEntity<typeof LandholderRow>;

export const LandholderInterestRow = defineEntity({
  name: 'LandholderInterestRow',
  tableName: 'landholder_interest',
  properties: {
    holderId: p.text().primary(),
    inId: p.text().primary(),
    fromOn: p.date().primary(),
    untilOn: p.date().nullable(),
    share: p.decimal(),
  },
});

export const ParcelRow = defineEntity({
  name: 'ParcelRow',
  tableName: 'parcel',
  properties: {
    number: p.text().primary(),
    district: p.text(),
    acres: p.decimal(),
    landClass: p.integer(),
    exempt: p.boolean(),
    exemptBecause: p.text(),
    route: p.text().nullable(),
    turnout: p.text().nullable(),
  },
});
export type ParcelRow = InferEntity<typeof ParcelRow>;

export const LandRecordRow = defineEntity({
  name: 'LandRecordRow',
  tableName: 'land_record',
  properties: {
    id: p.uuid().primary(),
    parcelNumber: p.text(),
    landholderId: p.text(),
    tenure: p.text().$type<'owned' | 'leased'>(),
    share: p.decimal(),
    operatorId: p.text().nullable(),
    fromPublicEntity: p.boolean(),
    acquiredInvoluntarilyOn: p.date().nullable(),
    fromOn: p.date(),
    untilOn: p.date().nullable(),
  },
});

/** A form that came in on paper: whether it was accepted, where the original stands, and how long it is kept. */
export const RraFormRow = defineEntity({
  name: 'RraFormRow',
  tableName: 'rra_form',
  properties: {
    id: p.uuid().primary(),
    landholderId: p.text(),
    form: p.text().$type<FormNumber>(),
    formYear: p.integer(),
    receivedOn: p.date(),
    acceptedOn: p.date().nullable(),
    legalHold: p.boolean(),
    legalHoldBecause: p.text(),
    reclamationKeepsThrough: p.date().nullable(),
    shelf: p.text().nullable(),
    caseId: p.uuid().nullable(),
  },
});

export const RraCampaignRow = defineEntity({
  name: 'RraCampaignRow',
  tableName: 'rra_campaign',
  properties: {
    formYear: p.integer().primary(),
    askedBy: p.text(),
    startedAt: p.datetime(),
    plannedAt: p.datetime().nullable(),
    planned: p.integer(),
    opened: p.integer(),
    notRequired: p.integer(),
    rate: p.integer(),
    finishedAt: p.datetime().nullable(),
    lastOpenedAt: p.datetime().nullable(),
    fault: p.text().nullable(),
  },
});
