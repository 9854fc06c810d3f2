import { Input, NativeSelect, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { attachmentsQuery } from '../api/papers.ts';
import type { FieldInputProps } from '../forms/FieldInput.tsx';
import { useAttaching } from './AttachmentsPanel.tsx';
import { DropZone } from './DropZone.tsx';
import { useOfCase } from './ofCase.ts';

/** A field that holds a file of the case: one that lies there, or one that is sent now. */
export function AttachmentInput(props: FieldInputProps) {
  const caseId = useOfCase();
  if (caseId) return <Choice {...props} caseId={caseId} />;
  return (
    <Input.Wrapper label={props.field.title} required={props.field.required}>
      <Text size="sm" c="dimmed">
        A file is added once the case is open.
      </Text>
    </Input.Wrapper>
  );
}

function Choice({ field, entry, fault, onChange, caseId }: FieldInputProps & { caseId: string }) {
  const id = useId();
  const files = useQuery(attachmentsQuery(caseId)).data ?? [];
  const attaching = useAttaching(caseId);
  const uploads = {
    ...attaching,
    send: async (sent: Iterable<File>) => chosen(await attaching.send(sent)),
    retry: async (upload: Parameters<typeof attaching.retry>[0]) => chosen(await attaching.retry(upload)),
  };
  function chosen(arrived: Awaited<ReturnType<typeof attaching.send>>) {
    const last = arrived.at(-1);
    if (last) onChange(last.id);
    return arrived;
  }
  return (
    <DropZone uploads={uploads} label="Add a file" hint="or drop it here, up to 25 MB">
      <NativeSelect
        id={id}
        label={field.title}
        name={field.name}
        description={field.help}
        error={fault}
        required={field.required}
        data={[{ value: '', label: '–' }, ...files.map((file) => ({ value: file.id, label: file.name }))]}
        value={typeof entry === 'string' ? entry : ''}
        onChange={(event) => onChange(event.currentTarget.value || undefined)}
        mb={6}
        maw={420}
      />
    </DropZone>
  );
}
