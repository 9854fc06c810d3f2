import { Refusal } from '@headgate/domain/case';
import { explain } from '@headgate/domain/sla';
import { CaseRecord, type SessionHolder } from '@headgate/persistence';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { Answers, Operation } from '../http/described.ts';
import { Allows, By } from '../sign-in/signed-in.ts';
import { CaseDesk } from './case-desk.ts';
import { clockSchema } from './case-schemas.ts';

/** Which of several clocks of a metric: a hand-off by its task, one of an earlier cycle; the newest when none is said. */
const which = z.strictObject({
  scope: z.string().min(1).max(200).optional(),
  cycle: z.coerce.number().int().min(1).max(100_000).optional(),
});

const at = z.iso.datetime({ offset: true });
const segment = z.object({ from: at, to: at, seconds: z.int(), counted: z.boolean(), reason: z.string() });
const explanationSchema = z
  .object({ clock: clockSchema, countedSeconds: z.int(), uncountedSeconds: z.int(), segments: z.array(segment) })
  .meta({ id: 'Explanation' });

@Controller('api/v1/cases/:id/clocks')
export class CaseClocksController {
  constructor(
    private readonly record: CaseRecord,
    private readonly desk: CaseDesk,
  ) {}

  @Get(':metric/explain')
  @Allows('case.read')
  @Operation('explainClock', 'What counted for a clock and what did not, and why; it adds up to the second')
  @Answers(200, explanationSchema, { refusals: [404] })
  async explain(
    @By() by: SessionHolder,
    @Param('id') id: string,
    @Param('metric') metric: string,
    @Query({ schema: which }) query: z.output<typeof which>,
  ) {
    const { history } = await this.desk.see(id, by);
    const { book } = await this.record.office.current();
    const told = explain(history, book, this.record.clock.now(), { metric, ...query });
    if (!told) throw new Refusal('unknown', 'unknown-clock', 'The case has no such clock.');
    return told;
  }
}
