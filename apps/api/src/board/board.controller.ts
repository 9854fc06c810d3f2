import type { SessionHolder } from '@headgate/persistence';
import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';
import { Answers, Operation } from '../http/described.ts';
import { Allows, By } from '../sign-in/signed-in.ts';
import { Board } from './board.ts';
import { periodField } from './period.ts';

const query = z.strictObject({ period: periodField });
const figureSchema = z.object({ value: z.int(), query: z.string() }).meta({ id: 'Figure' });
const figures = z.record(z.string(), figureSchema);
const compliance = z.record(z.string(), z.object({ met: figureSchema, breached: figureSchema }));
const at = z.iso.datetime({ offset: true });

const boardSchema = z
  .object({
    asOf: at,
    period: z.object({ name: z.string(), from: at, before: at, earlierFrom: at }),
    risk: figures,
    waitingOn: figures,
    byStatus: figures,
    byQueue: figures,
    byType: figures,
    byPriority: figures,
    backlogAge: figures,
    failures: figures,
    flow: figures,
    compliance,
    escalations: figures,
    earlier: z.object({ flow: figures, compliance }),
  })
  .meta({ id: 'Board' });

@Controller('api/v1/dashboard')
export class BoardController {
  constructor(private readonly board: Board) {}

  @Get()
  @Allows('board.read')
  @Operation('getDashboard', 'Every figure with the query that lists exactly what it counts')
  @Answers(200, boardSchema, { refusals: [400] })
  async get(@By() by: SessionHolder, @Query({ schema: query }) { period }: z.output<typeof query>) {
    return await this.board.of(period, by);
  }
}
