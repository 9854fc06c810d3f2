const STEPS = [
  'dependencies',
  'what an earlier start left',
  'PostgreSQL',
  'schema of the record',
  'demo district',
  'mailbox',
  'Temporal',
  'API and web app built',
  'API and worker',
];

/** Does one named step of the start and says which of how many it is, and how long it took. */
export async function step(name, work) {
  const since = Date.now();
  console.log(`[${STEPS.indexOf(name) + 1}/${STEPS.length}] ${name}`);
  const result = await work(say);
  const seconds = (Date.now() - since) / 1000;
  if (seconds >= 1) say(`done in ${seconds.toFixed(1)} s`);
  return result;
}

export function say(text) {
  console.log(`       ${text}`);
}
