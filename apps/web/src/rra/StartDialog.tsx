import { Button, Group, Modal, NumberInput, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { Problem } from '../api/problem.ts';
import type { Write } from '../api/request.ts';
import { startCampaign } from '../api/rra.ts';
import { civilDay } from '../words/time.ts';
import { yearToStart } from './progress.ts';

/** Asks for which year, and once more whether it is meant: letters go out to every landholder who must file. */
export function StartDialog({ onClose }: { onClose: () => void }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [formYear, setFormYear] = useState(() => yearToStart(civilDay(Date.now())));
  const [write] = useState<Write>({});
  const start = useMutation({
    mutationFn: () => startCampaign(formYear, write),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['rra'] });
      notifications.show({ message: `The campaign of ${formYear} is on its way` });
      await navigate({ to: '/rra', search: { year: String(formYear) } });
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    start.mutate();
  };
  return (
    <Modal opened onClose={onClose} title="Start an RRA campaign" closeButtonProps={{ 'aria-label': 'Close' }}>
      <form onSubmit={submit}>
        <Stack>
          <Text size="sm">
            A case is opened for each landholder who must file a form of this year, and each of them is written to. Who
            has a case of the year already gets no second one.
          </Text>
          <NumberInput
            label="Form year"
            description="Next year’s forms are in use from 1 November on (A23)."
            min={1997}
            max={2100}
            value={formYear}
            onChange={(value) => setFormYear(Number(value))}
            error={start.error instanceof Problem ? start.error.detail : undefined}
            data-autofocus
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Back
            </Button>
            <Button type="submit" loading={start.isPending}>
              Start the campaign of {formYear}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
