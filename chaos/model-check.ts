import { parseArgs } from 'node:util';
import { Walk } from '../libs/domain/src/cases/delinquency/model/walk.ts';

/** Walks the law of shut-off at random, and shows the first act on an order that the record does not prove lawful. */
const { values } = parseArgs({
  options: {
    steps: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
  },
});
const steps = Number(values.steps);
const seed = Number(values.seed);
const portion = 50_000;

const walk = new Walk(seed);
console.log(`seed ${seed}, ${steps} steps`);
for (let done = portion; done < steps; done += portion) tell(walk.run(done));
const { violations, stuck, ...figures } = walk.run(steps);
console.log(JSON.stringify({ seed, ...figures, stuck: stuck.length, violations: violations.length }));
if (stuck.length > 0) {
  console.log(`the procedure would never rest: ${[...new Set(stuck)].join(', ')}`);
  process.exitCode = 1;
}
const [first] = violations;
if (first) {
  console.log(`${first.act} at ${first.at} lacks ${first.unproven.join(', ')}\n${first.types.join('\n')}`);
  process.exitCode = 1;
}

function tell({ steps: taken, issued, carriedOut, violations: found }: ReturnType<Walk['run']>): void {
  console.error(`${taken} steps, ${issued} orders, ${carriedOut} carried out, ${found.length} violations`);
}
