import type { CaseStatus, Requester, TaskStatus } from '@headgate/domain/case';
import type { FormValues } from '@headgate/domain/forms';
import type { Actor, Queue, Role } from '@headgate/domain/people';
import type { ClockStatus, Priority } from '@headgate/domain/sla';
import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** A case as its events leave it; written only by the append that writes the events. */
export const CaseRow = defineEntity({
  name: 'CaseRow',
  tableName: 'cases',
  properties: {
    id: p.uuid().primary(),
    number: p.text(),
    type: p.text(),
    subject: p.text(),
    description: p.text(),
    status: p.text().$type<CaseStatus>(),
    stage: p.text().nullable(),
    priority: p.text().$type<Priority>(),
    channel: p.text(),
    accountNumber: p.text().nullable(),
    requester: p.json<Requester>().nullable(),
    queue: p.text().$type<Queue>(),
    involved: p.array().$type<Queue[]>(),
    assignee: p.text().nullable(),
    openedAt: p.datetime(),
    openedBy: p.text(),
    resolvedAt: p.datetime().nullable(),
    closedAt: p.datetime().nullable(),
    outcome: p.text().nullable(),
    details: p.json<FormValues>(),
    collectionBar: p.text().nullable(),
    policy: p.text(),
    cycle: p.integer(),
    seq: p.integer(),
    headHash: p.text(),
    lastAt: p.datetime(),
    nextDueAt: p.datetime().nullable(),
    breachedAt: p.datetime().nullable(),
    advancedSeq: p.integer(),
    nextDeadline: p.datetime().nullable(),
    searchText: p.text(),
  },
});
export type CaseRow = InferEntity<typeof CaseRow>;

export const EventRow = defineEntity({
  name: 'EventRow',
  tableName: 'case_event',
  properties: {
    caseId: p.uuid().primary(),
    seq: p.integer().primary(),
    position: p.bigint(),
    type: p.text(),
    at: p.datetime(),
    actor: p.json<Actor>(),
    data: p.json<unknown>(),
    prev: p.text(),
    hash: p.text(),
  },
});
export type EventRow = InferEntity<typeof EventRow>;

export const TaskRow = defineEntity({
  name: 'TaskRow',
  tableName: 'task',
  properties: {
    id: p.uuid().primary(),
    caseId: p.uuid(),
    caseNumber: p.text(),
    step: p.text(),
    kind: p.text(),
    visit: p.integer(),
    queue: p.text().$type<Queue>(),
    assignee: p.text().nullable(),
    askedBy: p.text().nullable(),
    status: p.text().$type<TaskStatus>(),
    facts: p.json<FormValues>(),
    outcome: p.json<FormValues>().nullable(),
    reason: p.text().nullable(),
    openedAt: p.datetime(),
    endedAt: p.datetime().nullable(),
    dueAt: p.datetime().nullable(),
  },
});
export type TaskRow = InferEntity<typeof TaskRow>;

/** What a clock was when its case last changed; running time and breach are computed when it is read. */
export const ClockRow = defineEntity({
  name: 'ClockRow',
  tableName: 'clock',
  properties: {
    caseId: p.uuid().primary(),
    metric: p.text().primary(),
    scope: p.text().primary(),
    cycle: p.integer().primary(),
    state: p.text().$type<ClockStatus>(),
    startedAt: p.datetime(),
    stoppedAt: p.datetime().nullable(),
    dueAt: p.datetime().nullable(),
    policy: p.text(),
    calendar: p.text(),
  },
});

export type DeliveryState = 'queued' | 'sending' | 'sent' | 'bounced' | 'failed' | 'uncertain' | 'withdrawn';

export const MessageRow = defineEntity({
  name: 'MessageRow',
  tableName: 'message',
  properties: {
    id: p.uuid().primary(),
    caseId: p.uuid(),
    channel: p.text().$type<'email' | 'letter'>(),
    template: p.text(),
    language: p.text(),
    audience: p.text().$type<'customer' | 'staff'>(),
    toName: p.text(),
    toAddress: p.text(),
    data: p.json<FormValues>(),
    state: p.text().$type<DeliveryState>(),
    mailId: p.text(),
    queuedAt: p.datetime(),
    sentAt: p.datetime().nullable(),
    subject: p.text().nullable(),
    bodyText: p.text().nullable(),
    bodyHtml: p.text().nullable(),
    reason: p.text().nullable(),
  },
});
export type MessageRow = InferEntity<typeof MessageRow>;

export const StaffRow = defineEntity({
  name: 'StaffRow',
  tableName: 'staff',
  properties: {
    username: p.text().primary(),
    name: p.text(),
    role: p.text().$type<Role>(),
    queue: p.text().$type<Queue>(),
    leads: p.text().$type<Queue>().nullable(),
    email: p.text(),
    passwordHash: p.text().nullable().hidden(),
    active: p.boolean(),
  },
});
export type StaffRow = InferEntity<typeof StaffRow>;

export const SessionRow = defineEntity({
  name: 'SessionRow',
  tableName: 'session',
  properties: {
    tokenHash: p.text().primary(),
    username: p.text(),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
  },
});

export const PolicyVersion = defineEntity({
  name: 'PolicyVersion',
  tableName: 'policy_version',
  properties: {
    name: p.text().primary(),
    version: p.integer().primary(),
    fromAt: p.datetime(),
    definition: p.json<unknown>(),
  },
});

export const CalendarVersion = defineEntity({
  name: 'CalendarVersion',
  tableName: 'calendar_version',
  properties: {
    name: p.text().primary(),
    version: p.integer().primary(),
    fromAt: p.datetime(),
    definition: p.json<unknown>(),
  },
});
