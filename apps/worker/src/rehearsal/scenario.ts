import { channels } from '@headgate/domain/case';
import { priorities } from '@headgate/domain/sla';
import { z } from 'zod';

const instant = z.iso.datetime({ offset: true });
const values = z.record(z.string(), z.unknown());

/** What one of the staff does: the n-th task of a kind, so long after it was opened. */
const act = z.strictObject({
  task: z.string(),
  /** `2h`, `3d`, `90m`, an ISO 8601 duration, or an instant. */
  after: z.union([z.string(), z.number()]).default('0m'),
  outcome: values.optional(),
  return: z.string().optional(),
  by: z.string().optional(),
});
export type ScenarioAct = z.infer<typeof act>;

const manner = z.enum(['prompt', 'absent']);
const people = z.union([
  manner,
  z.array(act),
  z.strictObject({
    default: manner.default('prompt'),
    acts: z.array(act).optional(),
    list: z.array(act).optional(),
    tasks: z.array(act).optional(),
  }),
]);

const scenarioShape = z.strictObject({
  title: z.string().optional(),
  type: z.string(),
  openAt: instant,
  until: z.union([z.iso.date(), instant]),
  intake: z.strictObject({
    subject: z.string().default('Rehearsal'),
    description: z.string().optional(),
    channel: z.enum(channels).default('phone'),
    priority: z.enum(priorities).default('normal'),
    accountNumber: z.string().optional(),
    requester: z
      .strictObject({ name: z.string(), email: z.string().optional(), phone: z.string().optional() })
      .optional(),
    details: values.default({}),
    openedBy: z.string().default('specialist2'),
  }),
  happenings: z
    .array(z.strictObject({ at: instant, kind: z.string(), data: values.default({}), by: z.string().optional() }))
    .default([]),
  people: people.default('prompt'),
  /** What a test of the scenario expects; a rehearsal by hand passes it over. */
  expect: values.optional(),
});

export type Scenario = Omit<z.infer<typeof scenarioShape>, 'people'> & {
  readonly people: { readonly default: 'prompt' | 'absent'; readonly acts: readonly ScenarioAct[] };
};

/** Reads a scenario; throws Error that names each field which is wrong. */
export function readScenario(input: unknown): Scenario {
  const read = scenarioShape.safeParse(input);
  if (!read.success) {
    throw new Error(
      read.error.issues.map((issue) => `${issue.path.join('.') || 'scenario'}: ${issue.message}`).join('\n'),
    );
  }
  return { ...read.data, people: manners(read.data.people) };
}

function manners(given: z.infer<typeof people>): Scenario['people'] {
  if (typeof given === 'string') return { default: given, acts: [] };
  if (Array.isArray(given)) return { default: 'prompt', acts: given };
  return { default: given.default, acts: given.acts ?? given.list ?? given.tasks ?? [] };
}
