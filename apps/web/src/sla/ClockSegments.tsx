import { Loader, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type Explanation, explanationQuery } from '../api/rules.ts';
import type { Clock } from '../api/types.ts';
import { Trouble } from '../shell/Trouble.tsx';
import { sentenceCase } from '../words/humanise.ts';
import { momentInWords } from '../words/time.ts';
import { useNow } from '../words/useNow.ts';
import classes from './ClockSegments.module.css';
import { exactSpan, lookOf, slicesOf } from './segments.ts';

/** What counted for a clock and what did not: a bar of its life, and the same as a table that adds up to the second. */
export function ClockSegments({ caseId, clock, title }: { caseId: string; clock: Clock; title: string }) {
  const told = useQuery(explanationQuery(caseId, clock));
  if (told.isPending) return <Loader size="sm" aria-label={`Loading what counted for ${title}`} />;
  if (!told.data) return <Trouble error={told.error} retry={() => void told.refetch()} />;
  return <Told told={told.data} title={title} />;
}

function Told({ told: { segments, countedSeconds, uncountedSeconds }, title }: { told: Explanation; title: string }) {
  return (
    <div className={classes.told}>
      <div className={classes.bar} aria-hidden>
        {slicesOf(segments).map(({ look, width }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: slices have no name but their place
          <span key={i} data-look={look} style={{ width: `${width}%` }} />
        ))}
      </div>
      <Text size="xs" className={classes.legend} aria-hidden>
        <span data-look="counted">counted</span>
        <span data-look="held">on hold</span>
        <span data-look="off">day off</span>
        <span data-look="shut">office shut</span>
      </Text>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard */}
      <section className={classes.scroll} tabIndex={0} aria-label={`Segments of ${title}`}>
        <SegmentTable segments={segments} sums={{ countedSeconds, uncountedSeconds }} title={title} />
      </section>
    </div>
  );
}

interface SegmentTableProps {
  segments: Explanation['segments'];
  sums: Pick<Explanation, 'countedSeconds' | 'uncountedSeconds'>;
  title: string;
}

function SegmentTable({ segments, sums, title }: SegmentTableProps) {
  const now = useNow();
  return (
    <table className={classes.table}>
      <caption className="unseen">{`What counted for ${title}, from its start on`}</caption>
      <thead>
        <tr>
          <th scope="col">From</th>
          <th scope="col">Why</th>
          <th scope="col">Length</th>
        </tr>
      </thead>
      <tbody>
        {segments.map((segment) => (
          <tr key={segment.from} data-look={lookOf(segment)}>
            <td>{sentenceCase(momentInWords(segment.from, now))}</td>
            <td>{segment.counted ? 'Counted' : sentenceCase(segment.reason)}</td>
            <td>{exactSpan(segment.seconds)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>
            Counted
          </th>
          <td>{exactSpan(sums.countedSeconds)}</td>
        </tr>
        <tr>
          <th scope="row" colSpan={2}>
            Not counted
          </th>
          <td>{exactSpan(sums.uncountedSeconds)}</td>
        </tr>
      </tfoot>
    </table>
  );
}
