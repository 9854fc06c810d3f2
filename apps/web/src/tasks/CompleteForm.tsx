import { Button, Group, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { FormEvent } from 'react';
import type { Task } from '../api/types.ts';
import { FormFields } from '../forms/FormFields.tsx';
import { fieldsOf } from '../forms/fields.ts';
import { Refusals } from '../forms/Refusals.tsx';
import { useForm } from '../forms/useForm.ts';
import { OfCase } from '../papers/ofCase.ts';
import { useTaskActs } from './useTaskActs.ts';

/** The task's own form. What the API refuses is said at its field. */
export function CompleteForm({ task, onClose }: { task: Task; onClose: () => void }) {
  const form = useForm(fieldsOf(task.form));
  const { complete } = useTaskActs(task.id);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const outcome = form.check();
    if (!outcome) return;
    complete.mutate(outcome, {
      onSuccess: () => {
        notifications.show({ message: `Done: ${task.title}` });
        onClose();
      },
      onError: form.refuse,
    });
  };
  return (
    <form onSubmit={submit} noValidate aria-label={`Complete ${task.title}`}>
      <Stack mt="sm">
        <OfCase value={task.caseId}>
          <FormFields form={form} />
        </OfCase>
        <Refusals of={form.refusals} />
        <Group gap="xs">
          <Button type="submit" loading={complete.isPending}>
            Complete
          </Button>
          <Button variant="default" onClick={onClose}>
            Back
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
