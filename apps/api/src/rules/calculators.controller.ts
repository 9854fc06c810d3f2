import { type Calculator, type CalculatorName, calculators } from '@headgate/domain/calculators';
import { Refusal } from '@headgate/domain/case';
import { millis } from '@headgate/domain/time';
import { CaseRecord } from '@headgate/persistence';
import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { formSchema } from '../cases/case-json.ts';
import { listOfSchema } from '../cases/case-schemas.ts';
import { Answers, Keyed, Operation } from '../http/described.ts';
import { Allows } from '../sign-in/signed-in.ts';
import { Writes } from '../writing/writes.ts';

const values = z.record(z.string(), z.unknown());
const calculatorSchema = z
  .object({ name: z.string(), title: z.string(), description: z.string(), input: values })
  .meta({ id: 'Calculator' });
const calculationSchema = z
  .object({ result: z.unknown(), steps: z.array(z.object({ rule: z.string(), text: z.string(), value: z.unknown() })) })
  .meta({ id: 'Calculation' });

@Controller('api/v1/calculators')
export class CalculatorsController {
  constructor(
    private readonly record: CaseRecord,
    private readonly writes: Writes,
  ) {}

  @Get()
  @Allows('rules.read')
  @Operation('listCalculators', 'What the counter can compute, with the input of each')
  @Answers(200, listOfSchema(calculatorSchema), { refusals: [] })
  list() {
    const items = Object.values(calculators).map(({ name, title, description, input }) => ({
      name,
      title,
      description,
      input: formSchema(input),
    }));
    return { items, nextCursor: null };
  }

  @Post(':name')
  @HttpCode(200)
  @Allows('rules.read')
  @Keyed()
  @Operation('calculate', 'Compute, with the steps that lead to the result')
  @Answers(200, calculationSchema, { refusals: [400, 404, 409, 413, 415, 422] })
  async run(
    @Param('name') name: string,
    @Body({ schema: values }) input: z.output<typeof values>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const calculator = calculatorOf(name);
    const { book } = await this.record.office.current();
    const today = book.calendar('district').dateAt(millis(this.record.clock.now()));
    await this.writes.answerAtLength(request, reply, async () => ({
      status: 200,
      body: calculator.run(calculator.input.parse(input), today),
    }));
  }
}

function calculatorOf(name: string): Calculator {
  const found = Object.hasOwn(calculators, name) ? calculators[name as CalculatorName] : undefined;
  if (!found) throw new Refusal('unknown', 'unknown-calculator', `There is no calculator of that name.`);
  return found;
}
