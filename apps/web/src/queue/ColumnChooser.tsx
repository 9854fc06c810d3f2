import { ActionIcon, Checkbox, Popover, Stack, Tooltip } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconColumns } from '@tabler/icons-react';
import { columnTitles } from './columns.tsx';

const usual = ['subject', 'sla', 'priority', 'type', 'stage', 'requester', 'assignee', 'opened'];

/** Which columns this person sees, remembered by the browser. */
export const useChosenColumns = () =>
  useLocalStorage<string[]>({ key: 'headgate-queue-columns', defaultValue: usual, getInitialValueInEffect: false });

interface ColumnChooserProps {
  chosen: string[];
  onChange: (chosen: string[]) => void;
}

export function ColumnChooser({ chosen, onChange }: ColumnChooserProps) {
  return (
    <Popover position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Tooltip label="Columns">
          <ActionIcon variant="default" size={30} aria-label="Choose columns">
            <IconColumns size={16} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label="Columns">
        <Checkbox.Group value={chosen} onChange={onChange} label="Columns">
          <Stack gap={6} mt="xs">
            {columnTitles.map(([id, title]) => (
              <Checkbox key={id} value={id} label={title} size="xs" />
            ))}
          </Stack>
        </Checkbox.Group>
      </Popover.Dropdown>
    </Popover>
  );
}
