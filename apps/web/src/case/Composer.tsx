import { Button, Group, SegmentedControl, Stack, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { Problem } from '../api/problem.ts';
import type { Answer } from '../api/request.ts';
import type { Case } from '../api/types.ts';
import { Refusals } from '../forms/Refusals.tsx';
import { useCommand } from './useCommand.ts';

type Kind = 'internal' | 'customer';

/** A note for the office, or a message to the customer. A refusal loses no word of it. */
export function Composer({ seen }: { seen: Answer<Case> }) {
  const [kind, setKind] = useState<Kind>('internal');
  const [subject, setSubject] = useState('');
  const [body, setBody] = useState('');
  const writing = useCommand(seen);
  const toCustomer = kind === 'customer';
  const send = async () => {
    if (!body.trim()) return;
    const message = toCustomer
      ? {
          channel: 'email',
          visibility: kind,
          body: body.trim(),
          ...(subject.trim() ? { subject: subject.trim() } : {}),
        }
      : { channel: 'note', visibility: kind, body: body.trim() };
    await writing.mutateAsync({ name: 'messages', body: message });
    setBody('');
    setSubject('');
    notifications.show({ message: toCustomer ? 'Message on its way to the customer' : 'Note added' });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send().catch(() => undefined);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="xs" mb="sm">
        <SegmentedControl
          aria-label="What to write"
          size="xs"
          value={kind}
          onChange={(value) => setKind(value as Kind)}
          data={[
            { value: 'internal', label: 'Internal note' },
            { value: 'customer', label: 'Message to customer' },
          ]}
          style={{ alignSelf: 'start' }}
        />
        {toCustomer && (
          <TextInput
            label="Subject"
            value={subject}
            onChange={(event) => setSubject(event.currentTarget.value)}
            maxLength={200}
          />
        )}
        <Textarea
          aria-label={toCustomer ? 'Message' : 'Note'}
          placeholder={toCustomer ? 'The customer reads this.' : 'Only staff read this.'}
          autosize
          minRows={2}
          maxRows={14}
          maxLength={10_000}
          value={body}
          onChange={(event) => setBody(event.currentTarget.value)}
          onKeyDown={onKey}
        />
        <Refusals of={writing.error ? [sayWhy(writing.error)] : []} />
        <Group justify="flex-end">
          <Button type="submit" size="xs" loading={writing.isPending} disabled={!body.trim()}>
            {toCustomer ? 'Send message' : 'Add note'}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

const sayWhy = (error: unknown): string => (error instanceof Problem ? error.message : 'It was not saved. Try again.');
