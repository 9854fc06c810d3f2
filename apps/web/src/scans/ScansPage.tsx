import { Loader, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { scanQuery } from '../api/papers.ts';
import { Empty } from '../shell/Empty.tsx';
import { Trouble } from '../shell/Trouble.tsx';
import { ScanList } from './ScanList.tsx';
import classes from './Scans.module.css';
import { ScanUpload } from './ScanUpload.tsx';
import { ScanView } from './ScanView.tsx';

/** Bulk scans: what came in, how far it is, and what waits for a person. */
export function ScansPage() {
  const { scan } = useSearch({ from: '/scans' });
  const navigate = useNavigate();
  return (
    <div className={classes.page}>
      <title>Scans – Headgate</title>
      <div className={classes.list}>
        <Title order={1}>Scans</Title>
        <ScanUpload onPosted={({ id }) => void navigate({ to: '/scans', search: { scan: id } })} />
        <ScanList chosen={scan} />
      </div>
      {scan ? (
        <ChosenScan key={scan} id={scan} />
      ) : (
        <Empty
          title="Choose a scan, or add one"
          hint="Print a cover sheet on each case’s page, lay it on top of the case’s papers, and scan the whole pile as one PDF. Each part is filed with its case by itself."
        />
      )}
    </div>
  );
}

function ChosenScan({ id }: { id: string }) {
  const found = useQuery(scanQuery(id));
  if (found.isPending) return <Loader m="xl" aria-label="Loading the scan" />;
  if (!found.data) return <Trouble error={found.error} retry={() => void found.refetch()} />;
  return <ScanView scan={found.data} />;
}
