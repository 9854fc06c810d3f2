import { Button, Group, Modal, NativeSelect, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import type { Answer } from '../api/request.ts';
import type { Case, CaseType, HappeningKind } from '../api/types.ts';
import { FormFields } from '../forms/FormFields.tsx';
import { fieldsOf } from '../forms/fields.ts';
import { Refusals } from '../forms/Refusals.tsx';
import { useForm } from '../forms/useForm.ts';
import { OfCase } from '../papers/ofCase.ts';
import { News } from './News.tsx';
import type { Names } from './names.ts';
import { Overtaken, useCommandFromNowOn } from './useCommand.ts';

interface HappeningDialogProps {
  seen: Answer<Case>;
  type: CaseType | undefined;
  names: Names;
  onClose: () => void;
}

/** Records a fact from outside that the procedure may be waiting for: a reply, a proof, a payment. */
export function HappeningDialog({ seen, type, names, onClose }: HappeningDialogProps) {
  const kinds = type?.happenings ?? [];
  const [kind, setKind] = useState(kinds[0]?.kind ?? '');
  const chosen = kinds.find((one) => one.kind === kind);
  return (
    <Modal opened onClose={onClose} title="Record a fact" closeButtonProps={{ 'aria-label': 'Close' }}>
      <Stack>
        {kinds.length === 0 && <Text>This type of case waits for no fact from outside.</Text>}
        {kinds.length > 0 && (
          <NativeSelect
            label="What happened"
            value={kind}
            data={kinds.map((one) => ({ value: one.kind, label: one.title }))}
            onChange={(event) => setKind(event.currentTarget.value)}
          />
        )}
        {chosen && <HappeningForm key={kind} seen={seen} kind={chosen} names={names} onClose={onClose} />}
      </Stack>
    </Modal>
  );
}

interface HappeningFormProps {
  seen: Answer<Case>;
  kind: HappeningKind;
  names: Names;
  onClose: () => void;
}

function HappeningForm({ seen, kind, names, onClose }: HappeningFormProps) {
  const form = useForm(fieldsOf(kind.form));
  const command = useCommandFromNowOn(seen);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const data = form.check();
    if (!data) return;
    command.mutate(
      { name: 'happenings', body: { kind: kind.kind, data } },
      {
        onSuccess: () => {
          notifications.show({ message: `${kind.title}: recorded` });
          onClose();
        },
        onError: (error) => error instanceof Overtaken || form.refuse(error),
      },
    );
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <News error={command.error} names={names} />
        <OfCase value={seen.value.id}>
          <FormFields form={form} />
        </OfCase>
        <Refusals of={form.refusals} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Back
          </Button>
          <Button type="submit" loading={command.isPending}>
            Record
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
