import { Alert, Anchor, Progress, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { type Scan, scanUrl } from '../api/papers.ts';
import { pagesInWords } from '../papers/sizes.ts';
import { sentenceCase } from '../words/humanise.ts';
import { PartView } from './PartView.tsx';
import { countedOf, percentOf, stateInWords } from './progress.ts';
import classes from './Scans.module.css';

/** A scan: its parts, those that wait for a person first, and the chosen one with its pages. */
export function ScanView({ scan }: { scan: Scan }) {
  const [chosen, setChosen] = useState<number | null>(null);
  const parts = [...scan.unfiled, ...scan.filed];
  const part = parts.find((one) => one.part === chosen) ?? parts[0];
  const underWay = scan.status !== 'done' && scan.status !== 'failed';
  return (
    <section aria-label={scan.name} className={classes.scan}>
      <header>
        <Title order={2}>{scan.name}</Title>
        <Text size="sm" c="dimmed" aria-live="polite">
          {stateInWords(countedOf(scan))}
          {scan.pages !== null && ` · ${scan.pages} pages`} ·{' '}
          <Anchor href={scanUrl(scan.id)} size="sm" underline="always">
            the scan as it came
          </Anchor>
        </Text>
        {underWay && <Progress value={percentOf(scan)} aria-label="Pages read" mt="xs" animated />}
        {scan.fault && (
          <Alert color="red" variant="outline" mt="sm" icon={<IconAlertTriangle size={18} />} role="alert">
            {scan.fault}
          </Alert>
        )}
      </header>
      {part && (
        <>
          <Parts scan={scan} chosen={part.part} onChoose={setChosen} />
          <PartView key={part.part} scan={scan} part={part} />
        </>
      )}
    </section>
  );
}

function Parts({ scan, chosen, onChoose }: { scan: Scan; chosen: number; onChoose: (part: number) => void }) {
  const choice = (part: number, label: string, waits: boolean) => (
    <li key={part}>
      <button
        type="button"
        className={classes.part}
        aria-pressed={part === chosen}
        data-waits={waits || undefined}
        onClick={() => onChoose(part)}
      >
        {label}
      </button>
    </li>
  );
  return (
    <div className={classes.parts}>
      {scan.unfiled.length > 0 && (
        <>
          <h3 id="unfiled">To be filed by hand</h3>
          <ul className="plain-list" aria-labelledby="unfiled">
            {scan.unfiled.map(({ part, pages }) => choice(part, sentenceCase(pagesInWords(pages)), true))}
          </ul>
        </>
      )}
      {scan.filed.length > 0 && (
        <>
          <h3 id="filed">Filed</h3>
          <ul className="plain-list" aria-labelledby="filed">
            {scan.filed.map(({ part, pages, caseNumber }) =>
              choice(part, `${caseNumber}, ${pagesInWords(pages)}`, false),
            )}
          </ul>
        </>
      )}
    </div>
  );
}
