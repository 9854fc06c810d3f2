import { type CaseDefinition, sharedTasks } from '@headgate/domain/case';
import { definitions } from '@headgate/domain/cases';
import { queues } from '@headgate/domain/people';
import { Controller, Get } from '@nestjs/common';
import { z } from 'zod';
import { formSchema } from '../cases/case-json.ts';
import { Answers, Operation } from '../http/described.ts';
import { Allows } from '../sign-in/signed-in.ts';

const form = z.record(z.string(), z.unknown());
const named = z.object({ name: z.string(), title: z.string() });
const caseTypeSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    description: z.string(),
    queue: z.enum(queues),
    intakeForm: form,
    stages: z.array(named),
    outcomes: z.array(named.extend({ money: z.boolean() })),
    tasks: z.array(
      z.object({ kind: z.string(), title: z.string(), help: z.string().nullable(), queue: z.enum(queues), form }),
    ),
    happenings: z.array(z.object({ kind: z.string(), title: z.string(), form })),
    letters: z.array(z.string()),
  })
  .meta({ id: 'CaseType' });

@Controller('api/v1/case-types')
export class CaseTypesController {
  private readonly types = definitions.map(typeJson);

  @Get()
  @Allows('case.read')
  @Operation('listCaseTypes', 'Every case type: its forms, stages, outcomes, tasks and happenings')
  @Answers(200, z.array(caseTypeSchema), { refusals: [] })
  list() {
    return this.types;
  }
}

function typeJson(definition: CaseDefinition) {
  const tasks = Object.entries({ ...sharedTasks, ...definition.tasks });
  const { type, title, description, queue, intakeForm, stages, outcomes, happenings, letters } = definition;
  return {
    type,
    title,
    description,
    queue,
    intakeForm: formSchema(intakeForm),
    stages,
    outcomes: outcomes.map((outcome) => ({ name: outcome.name, title: outcome.title, money: outcome.money === true })),
    tasks: tasks.map(([kind, task]) => ({
      kind,
      title: task.title,
      help: task.help ?? null,
      queue: task.queue,
      form: formSchema(task.form),
    })),
    happenings: Object.entries(happenings).map(([kind, happening]) => ({
      kind,
      title: happening.title,
      form: formSchema(happening.form),
    })),
    letters,
  };
}
