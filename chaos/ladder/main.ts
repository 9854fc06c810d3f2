import type { Findings } from './findings.ts';
import { killedRounds } from './rounds.ts';
import { openStack } from './stack.ts';

const rounds = Number(process.env.HEADGATE_ROUNDS ?? 200);
const seed = Number(process.env.HEADGATE_SEED ?? Date.now() % 2 ** 31);

console.log(`the ladder while its worker is killed: ${rounds} rounds, seed ${seed}`);
const stack = await openStack();
try {
  const findings = await killedRounds(stack, {
    rounds,
    seed,
    longestLifeMs: 5_000,
    tell: console.log,
  });
  report(findings);
  process.exitCode = findings.faults.length === 0 ? 0 : 1;
} finally {
  await stack.close();
}
process.exit();

function report({ cases, steps, mails, faults, lateness }: Findings): void {
  const at = (share: number) =>
    (lateness[Math.min(lateness.length - 1, Math.floor(lateness.length * share))] ?? 0).toFixed(2);
  console.log(
    `${cases} cases, ${steps} steps recorded, ${mails} mails taken; lost, doubled or misplaced: ${faults.length}`,
  );
  console.log(`recorded after their instant: p50 ${at(0.5)} s, p99 ${at(0.99)} s, max ${at(1)} s`);
  for (const fault of faults.slice(0, 50)) console.log(`  ${fault}`);
}
