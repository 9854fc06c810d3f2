import { Button, Group, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { filePart, type UnfiledPart } from '../api/papers.ts';
import { Problem } from '../api/problem.ts';
import { CaseBeside } from './CaseBeside.tsx';

const caseNumber = /^[A-Z]{2}-\d{4}-\d{1,12}$/;

/** Says with which case a part belongs. The case is shown first, so that nobody files with a stranger's by a slip. */
export function FileByHand({ scanId, part }: { scanId: string; part: UnfiledPart }) {
  const [typed, setTyped] = useState(part.caseNumber ?? '');
  const number = typed.trim().toUpperCase();
  const [shown] = useDebouncedValue(number, 300);
  const client = useQueryClient();
  const filing = useMutation({
    mutationFn: () => filePart(scanId, part.part, number),
    onSuccess: ({ value }) => {
      notifications.show({ message: `Filed with ${number}` });
      client.setQueryData(['scans', 'one', scanId], value);
      void client.invalidateQueries({ queryKey: ['scans'] });
      void client.invalidateQueries({ queryKey: ['case-attachments'] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (caseNumber.test(number)) filing.mutate();
  };
  return (
    <>
      <Group component="form" onSubmit={submit} align="end" gap="xs" mb="sm">
        <TextInput
          label="Number of the case"
          placeholder="HG-2026-000123"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          error={filing.error ? sayWhy(filing.error) : undefined}
          autoComplete="off"
          style={{ flex: 1 }}
        />
        <Button type="submit" loading={filing.isPending} disabled={!caseNumber.test(number)}>
          File
        </Button>
      </Group>
      {caseNumber.test(shown) && <CaseBeside key={shown} number={shown} quiet />}
    </>
  );
}

const sayWhy = (error: unknown): string => (error instanceof Problem ? error.message : 'It was not filed. Try again.');
