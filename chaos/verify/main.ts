import { invariants } from './invariants.ts';
import { addressesFrom, reach } from './running-system.ts';

const system = await reach(addressesFrom(process.env));
let broken = 0;
for (const { name, says, check } of invariants) {
  const breaks = await check(system);
  broken += breaks.length;
  console.log(`${breaks.length === 0 ? 'holds ' : 'BROKEN'} ${name}  ${says}`);
  for (const line of breaks.slice(0, 20)) console.log(`         ${line}`);
  if (breaks.length > 20) console.log(`         and ${breaks.length - 20} more`);
}
await system.close();
console.log(broken === 0 ? `${invariants.length} invariants hold` : `${broken} breaks`);
process.exitCode = broken === 0 ? 0 : 1;
