import { Button, Loader, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ScanRow, scansQuery } from '../api/papers.ts';
import { Trouble } from '../shell/Trouble.tsx';
import { momentInWords } from '../words/time.ts';
import { useNow } from '../words/useNow.ts';
import { stateInWords } from './progress.ts';
import classes from './Scans.module.css';

/** The scans that this person may see, the newest first. */
export function ScanList({ chosen }: { chosen: string | undefined }) {
  const list = useInfiniteQuery(scansQuery);
  const scans = list.data?.pages.flatMap(({ items }) => items) ?? [];
  if (list.isPending) return <Loader size="sm" aria-label="Loading scans" />;
  if (list.isError && scans.length === 0) return <Trouble error={list.error} retry={() => void list.refetch()} />;
  return (
    <nav aria-label="Scans">
      <ul className="plain-list">
        {scans.map((scan) => (
          <li key={scan.id}>
            <ScanLink scan={scan} chosen={scan.id === chosen} />
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <Button size="xs" variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          Show more
        </Button>
      )}
    </nav>
  );
}

function ScanLink({ scan, chosen }: { scan: ScanRow; chosen: boolean }) {
  const now = useNow();
  return (
    <Link
      to="/scans"
      search={{ scan: scan.id }}
      className={classes.link}
      activeProps={{}}
      aria-current={chosen ? 'page' : undefined}
      data-row
    >
      <span className={classes.linkName}>{scan.name}</span>
      <Text size="xs" c="dimmed" component="span">
        {momentInWords(scan.postedAt, now)} · {scan.postedBy}
      </Text>
      <Text size="xs" component="span" fw={scan.unfiledParts > 0 ? 600 : undefined}>
        {stateInWords(scan)}
      </Text>
    </Link>
  );
}
