import { Button, Grid, Group, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, type KeyboardEvent, useEffect, useState } from 'react';
import { AccountGlance } from '../accounts/AccountGlance.tsx';
import { accountQuery } from '../api/accounts.ts';
import { caseTypesQuery, openCase } from '../api/cases.ts';
import { Problem } from '../api/problem.ts';
import type { Account, CaseType } from '../api/types.ts';
import { FormFields } from '../forms/FormFields.tsx';
import { fieldsOf } from '../forms/fields.ts';
import { Refusals } from '../forms/Refusals.tsx';
import { useForm } from '../forms/useForm.ts';
import { AccountSearch } from './AccountSearch.tsx';
import classes from './Intake.module.css';
import { caseFields, intakeBody, requesterFields, requesterFrom, routingFields } from './intake.ts';
import { TypeSelect } from './TypeSelect.tsx';

export function IntakePage() {
  const asked = useSearch({ from: '/new' });
  const types = useQuery(caseTypesQuery).data ?? [];
  const [chosen, setChosen] = useState<string | null>(asked.type ?? null);
  const only = types.length === 1 ? types[0] : undefined;
  const type = types.find((one) => one.type === chosen) ?? only;
  return (
    <div className={classes.page}>
      <title>New case – Headgate</title>
      <Title order={1}>New case</Title>
      <IntakeForm types={types} type={type} onType={setChosen} account={asked.account ?? ''} />
    </div>
  );
}

interface IntakeFormProps {
  types: readonly CaseType[];
  type: CaseType | undefined;
  onType: (type: string | null) => void;
  account: string;
}

function IntakeForm({ types, type, onType, account }: IntakeFormProps) {
  const navigate = useNavigate();
  const [accountNumber, setAccountNumber] = useState(account);
  const [typeFault, setTypeFault] = useState<string>();
  const subject = useForm(caseFields);
  const routing = useForm(routingFields, { channel: 'phone', priority: 'normal' });
  const requester = useForm(requesterFields);
  const details = useForm(type ? fieldsOf(type.intakeForm) : []);
  const opening = useMutation({
    mutationFn: (body: Record<string, unknown>) => openCase(body, { key: crypto.randomUUID() }),
    onSuccess: async ({ value }) => {
      notifications.show({ message: `Case ${value.number} is open` });
      await navigate({ to: '/cases/$number', params: { number: value.number } });
    },
    onError: (error) => {
      for (const form of [subject, routing, requester, details]) form.refuse(error);
    },
  });

  // Whoever comes from an account's page has chosen it already.
  const linked = useQuery({ ...accountQuery(account), enabled: account !== '' }).data;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the arrival of the account matters
  useEffect(() => {
    if (linked) chooseAccount(linked, account);
  }, [linked]);
  const chooseAccount = (found: Account | null, typed: string) => {
    setAccountNumber(typed);
    if (!found) return;
    for (const [name, entry] of Object.entries(requesterFrom(found, requester.entries))) requester.set(name, entry);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTypeFault(type ? undefined : 'Choose what it is about.');
    const parts = {
      subject: subject.check(),
      routing: routing.check(),
      requester: requester.check(),
      details: details.check(),
    };
    const { subject: s, routing: ro, requester: re, details: d } = parts;
    if (type && s && ro && re && d)
      opening.mutate(
        intakeBody({ type: type.type, accountNumber, subject: s, routing: ro, requester: re, details: d }),
      );
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
  };
  return (
    <form onSubmit={submit} onKeyDown={onKey} noValidate>
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 8 }}>
          <Stack className={`panel ${classes.panel}`}>
            <TypeSelect
              types={types}
              value={type?.type ?? null}
              onChange={onType}
              fault={type ? undefined : typeFault}
            />
            <AccountSearch chosen={account} onChoose={chooseAccount} fault={faultOfAccount(opening.error)} />
            <FormFields form={subject} />
            <FormFields form={routing} beside />
            {type && details.fields.length > 0 && (
              <fieldset className={classes.details}>
                <legend>{type.title}</legend>
                <FormFields form={details} />
              </fieldset>
            )}
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 4 }}>
          <Stack>
            {accountNumber.length >= 6 && <AccountGlance number={accountNumber} />}
            <Stack className={`panel ${classes.panel}`}>
              <Title order={2}>Who asks</Title>
              <FormFields form={requester} />
            </Stack>
          </Stack>
        </Grid.Col>
      </Grid>
      <div className={classes.end}>
        <Refusals of={refusalsOf(opening.error, [subject, routing, requester, details])} />
        <Group>
          <Button type="submit" loading={opening.isPending}>
            Open case
          </Button>
          <Text size="xs" c="dimmed">
            Ctrl Enter
          </Text>
        </Group>
      </div>
    </form>
  );
}

/** What the API refused that no part of the form shows at a field of its own. */
function refusalsOf(error: unknown, forms: readonly { fields: readonly { name: string }[] }[]): string[] {
  if (!error) return [];
  if (!(error instanceof Problem)) return ['The case was not opened. Try again.'];
  const shown = new Set([...forms.flatMap(({ fields }) => fields.map(({ name }) => name)), 'accountNumber']);
  const told = error.fields.filter(({ path }) => !shown.has(path.split(/[./]/).at(-1) ?? ''));
  return error.fields.length === 0 ? [error.message] : told.map(({ path, message }) => `${path}: ${message}`);
}

function faultOfAccount(error: unknown): string | undefined {
  return error instanceof Problem
    ? error.fields.find(({ path }) => path.endsWith('accountNumber'))?.message
    : undefined;
}
