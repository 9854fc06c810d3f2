import { channels } from '@headgate/domain/case';
import { holdReasonNames } from '@headgate/domain/holds';
import { queues, roles } from '@headgate/domain/people';
import { priorities } from '@headgate/domain/sla';
import { z } from 'zod';

const at = z.iso.datetime({ offset: true });
const orNull = <T extends z.ZodType>(schema: T) => schema.nullable();
const values = z.record(z.string(), z.unknown());

export const clockSchema = z
  .object({
    metric: z.string(),
    scope: z.string(),
    cycle: z.int(),
    state: z.enum(['running', 'paused', 'met', 'breached', 'cancelled']),
    startedAt: at,
    stoppedAt: orNull(at),
    dueAt: orNull(at),
    atRiskAt: orNull(at),
    elapsedSeconds: z.int(),
    targetSeconds: z.int(),
    percent: z.number(),
    policy: z.string(),
    policyVersion: z.int(),
    calendar: z.string(),
    because: z.string(),
  })
  .meta({ id: 'Clock' });

export const statuses = ['open', 'on-hold', 'resolved', 'closed', 'cancelled'] as const;
export const taskStatuses = ['open', 'claimed', 'done', 'returned', 'withdrawn'] as const;

export const taskSchema = z
  .object({
    id: z.uuid(),
    caseId: z.uuid(),
    caseNumber: z.string(),
    caseType: z.string(),
    subject: z.string(),
    kind: z.string(),
    title: z.string(),
    help: orNull(z.string()),
    queue: z.enum(queues),
    assignee: orNull(z.string()),
    status: z.enum(taskStatuses),
    visit: z.int(),
    askedBy: orNull(z.string()),
    form: values,
    facts: values,
    outcome: orNull(values),
    reason: orNull(z.string()),
    openedAt: at,
    endedAt: orNull(at),
    dueAt: orNull(at),
    clock: orNull(clockSchema),
  })
  .meta({ id: 'Task' });

export const requesterSchema = z.object({
  name: z.string(),
  email: z.string().optional(),
  phone: z.string().optional(),
});

export const caseRowSchema = z
  .object({
    id: z.uuid(),
    number: z.string(),
    type: z.string(),
    subject: z.string(),
    status: z.enum(statuses),
    stage: orNull(z.string()),
    priority: z.enum(priorities),
    channel: z.enum(channels),
    accountNumber: orNull(z.string()),
    requester: orNull(requesterSchema),
    queue: z.enum(queues),
    assignee: orNull(z.string()),
    openedAt: at,
    resolvedAt: orNull(at),
    closedAt: orNull(at),
    outcome: orNull(z.string()),
    hold: orNull(
      z.object({ reason: z.string(), until: orNull(at), code: z.enum(holdReasonNames), endsAt: orNull(at) }),
    ),
    clocks: z.array(clockSchema),
    version: z.int(),
  })
  .meta({ id: 'CaseRow' });

export const caseSchema = caseRowSchema
  .extend({
    description: z.string(),
    details: values,
    tasks: z.array(taskSchema),
    cycle: z.int(),
    collectionBar: orNull(z.string()),
    acknowledgedAt: orNull(at),
    policy: z.object({ name: z.string(), version: z.int() }),
    escalated: z.array(z.object({ metric: z.string(), scope: z.string() })),
  })
  .meta({ id: 'Case' });

export const listOfSchema = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: orNull(z.string()) });

const actor = z.object({ kind: z.string(), name: z.string(), role: z.enum(roles).optional() });
export const eventSchema = z
  .object({ seq: z.int(), type: z.string(), at, actor, data: values, hash: z.string() })
  .meta({ id: 'CaseEvent' });

export const messageSchema = z
  .object({
    id: z.string(),
    at,
    channel: z.string(),
    direction: z.enum(['in', 'out']),
    to: orNull(z.object({ name: z.string(), address: z.string() })),
    template: orNull(z.string()),
    subject: orNull(z.string()),
    body: orNull(z.string()),
    visibility: z.enum(['internal', 'customer']),
    state: orNull(z.string()),
    author: orNull(z.string()),
  })
  .meta({ id: 'Message' });
