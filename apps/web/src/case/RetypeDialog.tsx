import { Button, Group, Modal, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { caseTypesQuery } from '../api/cases.ts';
import type { Answer } from '../api/request.ts';
import type { Case, CaseType } from '../api/types.ts';
import { FormFields } from '../forms/FormFields.tsx';
import { fieldsOf } from '../forms/fields.ts';
import { Refusals } from '../forms/Refusals.tsx';
import { useForm } from '../forms/useForm.ts';
import type { Entries } from '../forms/values.ts';
import { TypeSelect } from '../intake/TypeSelect.tsx';
import { useCommandFromNowOn } from './useCommand.ts';

/** Gives the case another type. What the old intake form knew is carried to fields of the same name. */
export function RetypeDialog({ seen, onClose }: { seen: Answer<Case>; onClose: () => void }) {
  const types = (useQuery(caseTypesQuery).data ?? []).filter(({ type }) => type !== seen.value.type);
  const [type, setType] = useState<string | null>(null);
  const chosen = types.find((one) => one.type === type);
  return (
    <Modal opened onClose={onClose} title="Change type" closeButtonProps={{ 'aria-label': 'Close' }}>
      <Stack>
        <TypeSelect types={types} value={type} onChange={setType} />
        {chosen && <RetypeForm key={chosen.type} seen={seen} type={chosen} onClose={onClose} />}
      </Stack>
    </Modal>
  );
}

function RetypeForm({ seen, type, onClose }: { seen: Answer<Case>; type: CaseType; onClose: () => void }) {
  const fields = fieldsOf(type.intakeForm);
  const form = useForm(
    fields,
    carried(
      seen.value.details,
      fields.map(({ name }) => name),
    ),
  );
  const command = useCommandFromNowOn(seen);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const details = form.check();
    if (!details) return;
    command.mutate(
      { name: 'retype', body: { type: type.type, details } },
      {
        onSuccess: () => {
          notifications.show({ message: `The case is now: ${type.title}` });
          onClose();
        },
        onError: form.refuse,
      },
    );
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <FormFields form={form} />
        <Refusals of={form.refusals} />
        <Group justify="flex-end">
          <Button type="submit" loading={command.isPending}>
            Change type
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function carried(details: Record<string, unknown>, names: readonly string[]): Entries {
  const kept = Object.entries(details).filter(([name]) => names.includes(name));
  return Object.fromEntries(kept.map(([name, value]) => [name, typeof value === 'boolean' ? value : String(value)]));
}
