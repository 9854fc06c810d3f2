import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { postScan, type Scan } from '../api/papers.ts';
import { DropZone } from '../papers/DropZone.tsx';
import { useUploads } from '../papers/uploads.ts';

const largestScan = 400 * 1024 * 1024;

/** Takes PDFs of many sheets. */
export function ScanUpload({ onPosted }: { onPosted: (scan: Scan) => void }) {
  const client = useQueryClient();
  const uploads = useUploads(postScan, largestScan, (scan) => {
    notifications.show({ message: `Taken in: ${scan.name}` });
    void client.invalidateQueries({ queryKey: ['scans'] });
    onPosted(scan);
  });
  return <DropZone uploads={uploads} label="Add a scan" hint="a PDF, or drop it here" accept="application/pdf" />;
}
