import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { FormEvent } from 'react';
import type { Answer } from '../api/request.ts';
import type { Case, CaseType } from '../api/types.ts';
import { FormFields } from '../forms/FormFields.tsx';
import { Refusals } from '../forms/Refusals.tsx';
import { useForm } from '../forms/useForm.ts';
import type { ActionId } from './actions.ts';
import { ClocksAfter } from './ClocksAfter.tsx';
import { dialogOf } from './dialogs.ts';
import { News } from './News.tsx';
import type { Names } from './names.ts';
import { Overtaken, useCommandFromNowOn } from './useCommand.ts';

interface ActionDialogProps {
  action: Exclude<ActionId, 'take' | 'resume' | 'happenings' | 'retype'>;
  seen: Answer<Case>;
  type: CaseType | undefined;
  names: Names;
  onClose: () => void;
}

/** Asks what an act needs to be told, and does it. A refusal stays in the dialog with everything written. */
export function ActionDialog({ action, seen, type, names, onClose }: ActionDialogProps) {
  const dialog = dialogOf(action, seen.value, type);
  const form = useForm(dialog.fields, dialog.initial);
  const command = useCommandFromNowOn(seen);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = form.check();
    if (!body) return;
    command.mutate(
      { name: action, body },
      {
        onSuccess: () => {
          notifications.show({ message: `${dialog.title}: done` });
          onClose();
        },
        onError: (error) => error instanceof Overtaken || form.refuse(error),
      },
    );
  };
  return (
    <Modal opened onClose={onClose} title={dialog.title} closeButtonProps={{ 'aria-label': 'Close' }}>
      <form onSubmit={submit} noValidate>
        <Stack>
          {dialog.hint && (
            <Text size="sm" c="dimmed">
              {dialog.hint}
            </Text>
          )}
          <News error={command.error} names={names} />
          <FormFields form={form} />
          {action === 'priority' && <ClocksAfter subject={seen.value} entries={form.entries} />}
          <Refusals of={form.refusals} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Back
            </Button>
            <Button type="submit" {...(dialog.danger ? { color: 'red' } : {})} loading={command.isPending}>
              {dialog.submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
