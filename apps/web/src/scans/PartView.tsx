import { Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { FiledPart, Scan, UnfiledPart } from '../api/papers.ts';
import { CaseBeside } from './CaseBeside.tsx';
import { FileByHand } from './FileByHand.tsx';
import { PageViewer } from './PageViewer.tsx';
import classes from './Scans.module.css';

/** A part of a scan: its pages, and beside them the case with its checklist, or the question whose it is. */
export function PartView({ scan, part }: { scan: Scan; part: FiledPart | UnfiledPart }) {
  return (
    <div className={classes.beside}>
      <PageViewer scanId={scan.id} pages={part.pages} />
      <div className={classes.case}>
        {'why' in part ? (
          <>
            <p className={classes.why}>
              <IconAlertTriangle size={17} aria-hidden />
              {part.why}
            </p>
            <FileByHand scanId={scan.id} part={part} />
          </>
        ) : (
          <>
            <Text size="sm" c="dimmed">
              Filed with this case by {part.filedBy}.
            </Text>
            <CaseBeside number={part.caseNumber} />
          </>
        )}
      </div>
    </div>
  );
}
