import { benchBegun } from './begun.ts';
import { benchCampaign } from './campaign.ts';
import { benchCommands } from './commands.ts';
import { benchEscalation } from './escalation.ts';
import { benchIntake } from './intake.ts';
import { benchLists } from './lists.ts';
import { benchPreview } from './preview.ts';
import { benchWhatIf } from './what-if.ts';

const benches: Readonly<Record<string, () => Promise<void>>> = {
  intake: benchIntake,
  commands: benchCommands,
  begun: benchBegun,
  lists: benchLists,
  preview: benchPreview,
  'what-if': benchWhatIf,
  campaign: benchCampaign,
  escalation: benchEscalation,
};

const names = process.argv.slice(2);
const unknown = names.find((name) => !benches[name]);
if (unknown || names.length === 0) {
  console.error(`Which benchmark? npm run bench -- ${Object.keys(benches).join('|')}`);
  process.exit(2);
}
for (const name of names) {
  console.log(`\n== ${name}`);
  await benches[name]?.();
}
process.exit(0);
