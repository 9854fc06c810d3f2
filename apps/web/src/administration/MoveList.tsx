import { Button, Progress, Text } from '@mantine/core';
import type { Move } from '../api/rules.ts';
import { useMay } from '../session/user.ts';
import { momentInWords } from '../words/time.ts';
import { useNow } from '../words/useNow.ts';
import classes from './Administration.module.css';

/** The moves that were made, the newest first, with how far each is and its undo. */
export function MoveList({ moves, onUndo }: { moves: readonly Move[]; onUndo: (move: string) => void }) {
  return (
    <section className={`panel ${classes.part}`} aria-labelledby="moves">
      <h2 id="moves">Moves so far</h2>
      {moves.length === 0 ? (
        <Text size="sm" c="dimmed">
          None yet. A new version of a policy holds for cases opened later; those that run stay by theirs until they are
          moved.
        </Text>
      ) : (
        <table className={classes.table}>
          <caption className="unseen">Moves of running cases</caption>
          <thead>
            <tr>
              <th scope="col">Policy</th>
              <th scope="col">When</th>
              <th scope="col">How far</th>
              <th scope="col">Outcome</th>
              <th scope="col">
                <span className="unseen">Undo</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {moves.map((move) => (
              <MoveLine key={move.id} move={move} onUndo={onUndo} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function MoveLine({ move, onUndo }: { move: Move; onUndo: (move: string) => void }) {
  const { id, policy, to, undoes, state, total, done, askedBy, askedAt, result, failure } = move;
  const now = useNow();
  const mayMove = useMay('rules.move');
  const title = undoes ? `${policy}: undo` : `${policy} to version ${to}`;
  return (
    <tr>
      <th scope="row">{title}</th>
      <td>
        {momentInWords(askedAt, now)} by {askedBy}
      </td>
      <td style={{ minWidth: 140 }}>
        {done} of {total}
        <Progress.Root size="sm">
          <Progress.Section
            value={total === 0 ? 100 : (100 * done) / total}
            aria-label={`${title}: ${done} of ${total} cases`}
            animated={state === 'running'}
          />
        </Progress.Root>
      </td>
      <td>{failure ?? (state === 'running' ? 'under way' : outcomeWords(result))}</td>
      <td>
        {mayMove && !undoes && state === 'done' && (result?.moved ?? 0) > 0 && (
          <Button size="compact-xs" variant="default" onClick={() => onUndo(id)} aria-label={`Undo ${title}`}>
            Undo…
          </Button>
        )}
      </td>
    </tr>
  );
}

const outcomeWords = (result: Move['result']): string =>
  Object.entries(result ?? {})
    .map(([outcome, count]) => `${count} ${outcome}`)
    .join(', ') || 'no case concerned';
