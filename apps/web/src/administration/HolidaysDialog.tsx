import { Button, FileInput, Group, Modal, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { addHolidays } from '../api/rules.ts';
import { Refusals } from '../forms/Refusals.tsx';
import { useChange } from './useChange.ts';

/** Takes the days off of an iCalendar file into a calendar. */
export function HolidaysDialog({ calendar, onClose }: { calendar: string; onClose: () => void }) {
  const [file, setFile] = useState<File | null>(null);
  const take = useChange(async (write) => addHolidays(calendar, (await file?.text()) ?? '', write), {
    said: `The days off are in ${calendar}`,
    after: onClose,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    take.mutate();
  };
  return (
    <Modal opened onClose={onClose} title={`Days off for ${calendar}`} closeButtonProps={{ 'aria-label': 'Close' }}>
      <form onSubmit={submit}>
        <Stack>
          <Text size="sm">
            An iCalendar file (.ics). Its days are added to those that the calendar has, from now on.
          </Text>
          <FileInput
            label="File"
            required
            accept=".ics,text/calendar"
            value={file}
            onChange={setFile}
            placeholder="Choose a file"
          />
          <Refusals of={take.refused} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Back
            </Button>
            <Button type="submit" disabled={!file} loading={take.isPending}>
              Take the days off
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
