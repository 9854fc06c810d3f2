import { Button, Group, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { FormEvent } from 'react';
import type { Task } from '../api/types.ts';
import { FormFields } from '../forms/FormFields.tsx';
import type { Field } from '../forms/fields.ts';
import { Refusals } from '../forms/Refusals.tsx';
import { useForm } from '../forms/useForm.ts';
import { useTaskActs } from './useTaskActs.ts';

const fields: readonly Field[] = [
  { name: 'reason', title: 'Reason', kind: 'long-text', required: true, maxLength: 2000 },
];

/** Gives the task back to whoever asked, who has to clear it up before it comes again. */
export function ReturnForm({ task, onClose }: { task: Task; onClose: () => void }) {
  const form = useForm(fields);
  const { giveBack } = useTaskActs(task.id);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const values = form.check();
    if (!values) return;
    giveBack.mutate(String(values.reason), {
      onSuccess: () => {
        notifications.show({ message: `Returned: ${task.title}` });
        onClose();
      },
      onError: form.refuse,
    });
  };
  return (
    <form onSubmit={submit} noValidate aria-label={`Return ${task.title}`}>
      <Stack mt="sm">
        <FormFields form={form} />
        <Refusals of={form.refusals} />
        <Group gap="xs">
          <Button type="submit" loading={giveBack.isPending}>
            Return
          </Button>
          <Button variant="default" onClick={onClose}>
            Back
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
