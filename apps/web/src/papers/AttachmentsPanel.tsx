import { Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { attachFile, attachmentsQuery, attachmentUrl, coverSheetUrl, largestAttachment } from '../api/papers.ts';
import { Trouble } from '../shell/Trouble.tsx';
import { shortDate } from '../words/time.ts';
import { useNow } from '../words/useNow.ts';
import { DropZone } from './DropZone.tsx';
import classes from './Papers.module.css';
import { sizeInWords } from './sizes.ts';
import { useUploads } from './uploads.ts';

/** The papers of a case: what there is, to be downloaded, and a place to put more. */
export function AttachmentsPanel({ caseId }: { caseId: string }) {
  const uploads = useAttaching(caseId);
  return (
    <section className="panel" aria-labelledby="papers">
      <h2 id="papers">Papers</h2>
      <DropZone uploads={uploads} label="Add files" hint="or drop them here, up to 25 MB each">
        <AttachmentList caseId={caseId} />
      </DropZone>
      <a className={classes.cover} href={coverSheetUrl(caseId)} target="_blank" rel="noreferrer">
        Cover sheet to print
      </a>
    </section>
  );
}

/** Files sent to a case; the list of them follows by itself. */
export function useAttaching(caseId: string) {
  const client = useQueryClient();
  return useUploads(attachFile(caseId), largestAttachment, ({ name }) => {
    notifications.show({ message: `Filed: ${name}` });
    void client.invalidateQueries({
      predicate: ({ queryKey: [key, of] }) => touched.has(String(key)) && of === caseId,
    });
  });
}

const touched = new Set(['case-attachments', 'case-events']);

function AttachmentList({ caseId }: { caseId: string }) {
  const found = useQuery(attachmentsQuery(caseId));
  const now = useNow();
  if (found.isError && !found.data) return <Trouble error={found.error} retry={() => void found.refetch()} />;
  if (found.data?.length === 0)
    return (
      <Text size="sm" c="dimmed" mb="xs">
        No papers yet.
      </Text>
    );
  return (
    <ul className={`plain-list ${classes.files}`}>
      {found.data?.map(({ id, name, size, addedAt, addedBy, scan }) => (
        <li key={id}>
          <a href={attachmentUrl(id)} download={name} className={classes.name}>
            {name}
          </a>
          <Text size="xs" c="dimmed">
            {sizeInWords(size)} · {shortDate(addedAt, now)} · {addedBy}
            {scan && ' · from a scan'}
          </Text>
        </li>
      ))}
    </ul>
  );
}
