import { Button, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { MovePreview, TriedCase } from '../api/rules.ts';
import classes from './Administration.module.css';
import { changeWords, countsWords } from './words.ts';

interface PreviewTableProps {
  preview: MovePreview;
  act: string;
  onAct: () => void;
  busy: boolean;
}

/** What a move or its undo would do, case by case; and the way to do it. */
export function PreviewTable({ preview: { counts, cases }, act, onAct, busy }: PreviewTableProps) {
  return (
    <>
      <Text size="sm" fw={600} mt="sm" role="status">
        {countsWords(counts)}
      </Text>
      {cases.length > 0 && (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard */}
          <section className={classes.scroll} tabIndex={0} aria-label="What would change">
            <table className={classes.table}>
              <caption className="unseen">Each running case, and what would change in its clocks</caption>
              <thead>
                <tr>
                  <th scope="col">Case</th>
                  <th scope="col">From version</th>
                  <th scope="col">What would change</th>
                </tr>
              </thead>
              <tbody>
                {cases.map((tried) => (
                  <CaseLine key={tried.id} tried={tried} />
                ))}
              </tbody>
            </table>
          </section>
          <Button mt="sm" onClick={onAct} loading={busy}>
            {act}
          </Button>
        </>
      )}
    </>
  );
}

function CaseLine({ tried: { number, from, refused, clocks } }: { tried: TriedCase }) {
  return (
    <tr>
      <th scope="row">
        <Link to="/cases/$number" params={{ number }}>
          {number}
        </Link>
      </th>
      <td>{from}</td>
      <td>
        {refused && `Stays as it is: ${refused}`}
        {!refused && clocks.length === 0 && 'No clock changes'}
        {clocks.map((change) => (
          <div key={`${change.metric} ${change.scope} ${change.cycle}`}>{changeWords(change)}</div>
        ))}
      </td>
    </tr>
  );
}
