import { Button, Group, Loader, NativeSelect, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { type Campaign, campaignsQuery } from '../api/rra.ts';
import { useMay } from '../session/user.ts';
import { Empty } from '../shell/Empty.tsx';
import { Trouble } from '../shell/Trouble.tsx';
import { fullTime } from '../words/time.ts';
import { CampaignPanel } from './CampaignPanel.tsx';
import { Downloads } from './Downloads.tsx';
import { HeldParcels } from './HeldParcels.tsx';
import classes from './Rra.module.css';
import { StartDialog } from './StartDialog.tsx';

/** The yearly RRA campaign: how far it is, what is held for want of which form, and the district's summary. */
export function RraPage() {
  const campaigns = useQuery(campaignsQuery);
  const [starting, setStarting] = useState(false);
  const mayStart = useMay('rra.campaign');
  const { year } = useSearch({ from: '/rra' });
  const all = campaigns.data ?? [];
  const shown = all.find(({ formYear }) => String(formYear) === year) ?? all[0];
  const start = mayStart && (
    <Button size="xs" onClick={() => setStarting(true)}>
      Start a campaign
    </Button>
  );
  return (
    <div className={classes.page}>
      <title>RRA campaign – Headgate</title>
      <Group justify="space-between" mb="sm">
        <Title order={1}>RRA campaign</Title>
        <Group gap="sm">
          {shown && <YearChoice all={all} shown={shown} />}
          {shown && <Downloads formYear={shown.formYear} />}
          {shown && start}
        </Group>
      </Group>
      {campaigns.isPending && <Loader aria-label="Loading the campaigns" />}
      {campaigns.isError && <Trouble error={campaigns.error} retry={() => void campaigns.refetch()} />}
      {campaigns.isSuccess && !shown && (
        <Empty
          title="There is no campaign yet"
          hint="A campaign opens a case for each landholder who must file an RRA form of the year. It begins by itself on 1 November."
        >
          {start}
        </Empty>
      )}
      {shown && <CampaignPanel campaign={shown} />}
      {shown && <HeldParcels formYear={shown.formYear} />}
      {starting && <StartDialog onClose={() => setStarting(false)} />}
    </div>
  );
}

function YearChoice({ all, shown }: { all: readonly Campaign[]; shown: Campaign }) {
  const navigate = useNavigate();
  return (
    <>
      <Text size="xs" c="dimmed">
        As of {fullTime(shown.asOf)}
      </Text>
      <NativeSelect
        size="xs"
        aria-label="Form year"
        value={String(shown.formYear)}
        data={all.map(({ formYear }) => ({ value: String(formYear), label: `Form year ${formYear}` }))}
        onChange={(event) => void navigate({ to: '/rra', search: { year: event.currentTarget.value } })}
      />
    </>
  );
}
