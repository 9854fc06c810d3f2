import { ActionIcon, Group, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { pageUrl } from '../api/papers.ts';
import classes from './Scans.module.css';

/** The pages of a part, one at a time. */
export function PageViewer({ scanId, pages }: { scanId: string; pages: readonly number[] }) {
  const [at, setAt] = useState(0);
  const page = pages[at] ?? pages[0] ?? 1;
  return (
    <figure className={classes.viewer}>
      <Picture key={page} scanId={scanId} page={page} />
      <Group justify="center" component="figcaption" gap="sm">
        <ActionIcon variant="default" aria-label="Page before" disabled={at === 0} onClick={() => setAt(at - 1)}>
          <IconChevronLeft size={17} />
        </ActionIcon>
        <Text size="sm" aria-live="polite">
          Page {page} ({at + 1} of {pages.length})
        </Text>
        <ActionIcon
          variant="default"
          aria-label="Page after"
          disabled={at === pages.length - 1}
          onClick={() => setAt(at + 1)}
        >
          <IconChevronRight size={17} />
        </ActionIcon>
      </Group>
    </figure>
  );
}

function Picture({ scanId, page }: { scanId: string; page: number }) {
  const [missing, setMissing] = useState(false);
  if (missing) return <Text c="dimmed">Page {page} cannot be shown. It is in the scan as it came.</Text>;
  return (
    <a href={pageUrl(scanId, page)} target="_blank" rel="noreferrer">
      <img src={pageUrl(scanId, page)} alt={`Page ${page}, larger`} onError={() => setMissing(true)} />
    </a>
  );
}
