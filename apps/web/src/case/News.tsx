import { Alert } from '@mantine/core';
import { actorWords } from './actor.ts';
import type { Names } from './names.ts';
import { sentenceOf } from './sentences.ts';
import { Overtaken } from './useCommand.ts';

/** What somebody else did to the case while this was being written. Sending again goes on from there. */
export function News({ error, names }: { error: unknown; names: Names }) {
  if (!(error instanceof Overtaken)) return null;
  return (
    <Alert
      color="yellow"
      variant="outline"
      role="alert"
      title="Meanwhile on this case"
      styles={{ title: { color: 'inherit' } }}
    >
      <ul style={{ margin: 0, paddingLeft: 18 }}>
        {error.news.map((event) => {
          const { does, quote } = sentenceOf(event, names);
          return (
            <li key={event.seq}>
              {actorWords(event.actor)} {does}
              {quote && `: “${quote}”`}
            </li>
          );
        })}
      </ul>
      What you wrote is kept. Send it again if it still holds.
    </Alert>
  );
}
