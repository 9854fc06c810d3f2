import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { declareClosure } from '../api/rules.ts';
import { Refusals } from '../forms/Refusals.tsx';
import { useChange } from './useChange.ts';

/** Closes an office at once: every clock on its calendar stands still until the end that is said. */
export function ClosureDialog({ calendar, onClose }: { calendar: string; onClose: () => void }) {
  const [until, setUntil] = useState('');
  const [reason, setReason] = useState('');
  const close = useChange(
    (write) => declareClosure(calendar, { until: new Date(until).toISOString(), reason }, write),
    { said: `${calendar} is closed; what is due is counted anew`, after: onClose },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    close.mutate();
  };
  return (
    <Modal opened onClose={onClose} title={`Close ${calendar} now`} closeButtonProps={{ 'aria-label': 'Close' }}>
      <form onSubmit={submit}>
        <Stack>
          <Text size="sm">
            From now on nothing counts, until the end. What is due in future is due later; what has passed stays as it
            was.
          </Text>
          <TextInput
            label="Reason"
            required
            maxLength={200}
            value={reason}
            onChange={(e) => setReason(e.currentTarget.value)}
            data-autofocus
          />
          <TextInput
            label="Until"
            type="datetime-local"
            required
            value={until}
            onChange={(e) => setUntil(e.currentTarget.value)}
          />
          <Refusals of={close.refused} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Back
            </Button>
            <Button type="submit" color="red.9" loading={close.isPending}>
              Close the office
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
