import { randomUUID } from 'node:crypto';
import { type CaseState, decide, forecast, type StaffCommand } from '@headgate/domain/case';
import { CaseRecord, type SessionHolder } from '@headgate/persistence';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { Answers, Operation } from '../http/described.ts';
import { Allows, actorOf, By } from '../sign-in/signed-in.ts';
import { holdBody, priorityBody, retypeBody } from './case-bodies.ts';
import { CaseDesk } from './case-desk.ts';
import { clockSchema } from './case-schemas.ts';

const command = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('priority'), ...priorityBody.shape }),
  z.strictObject({ kind: z.literal('retype'), ...retypeBody.shape }),
  z.strictObject({ kind: z.literal('hold'), ...holdBody.shape }),
  z.strictObject({ kind: z.literal('resume') }),
]);
const previewBody = z.strictObject({ command });

const stand = z.object({ clocks: z.array(clockSchema), nextDeadline: z.iso.datetime().nullable() });
const previewSchema = z.object({ before: stand, after: stand }).meta({ id: 'CasePreview' });

/** What a change would do to the clocks, before it is applied. Nothing is written. */
@Controller('api/v1/cases')
export class CasePreviewController {
  constructor(
    private readonly record: CaseRecord,
    private readonly desk: CaseDesk,
  ) {}

  @Post(':id/preview')
  @HttpCode(200)
  @Allows('case.read')
  @Operation('previewCommand', 'The clocks as a change of priority, type or hold would leave them; nothing is written')
  @Answers(200, previewSchema, { refusals: [404, 409, 413, 415] })
  async preview(
    @By() by: SessionHolder,
    @Param('id') id: string,
    @Body({ schema: previewBody }) body: z.output<typeof previewBody>,
  ) {
    const state = await this.desk.see(id, by);
    const office = await this.record.office.current();
    const now = this.record.clock.now();
    const moment = { now, newId: randomUUID, office, account: null };
    const decided = decide(state, commandOf(body.command), actorOf(by), moment);
    const standOf = (at: CaseState) => {
      const { clocks, nextDeadline } = forecast(at, office, now);
      return { clocks, nextDeadline };
    };
    return { before: standOf(state), after: standOf(decided.state) };
  }
}

function commandOf(asked: z.output<typeof command>): StaffCommand {
  if (asked.kind !== 'priority') return asked;
  return { kind: 'prioritise', priority: asked.priority };
}
