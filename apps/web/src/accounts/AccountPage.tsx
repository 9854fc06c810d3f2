import { Group, Loader, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { accountQuery } from '../api/accounts.ts';
import { useMay } from '../session/user.ts';
import { LinkButton } from '../shell/LinkButton.tsx';
import { Trouble } from '../shell/Trouble.tsx';
import { Facts } from '../words/Facts.tsx';
import { AccountCases } from './AccountCases.tsx';
import classes from './Accounts.module.css';
import { accountFacts, moreFacts } from './facts.ts';
import { UsageChart } from './UsageChart.tsx';

/** An account of the register, with its water and its cases. */
export function AccountPage() {
  const { number } = useParams({ from: '/accounts/$number' });
  const found = useQuery(accountQuery(number));
  const mayOpen = useMay('case.open');
  if (found.isPending) return <Loader m="xl" aria-label="Loading the account" />;
  if (!found.data) return <Trouble order={1} error={found.error} retry={() => void found.refetch()} />;
  const account = found.data;
  return (
    <div className={classes.page}>
      <title>{`Account ${account.number} – Headgate`}</title>
      <Group justify="space-between">
        <div>
          <Text size="sm" c="dimmed">
            Account {account.number}
          </Text>
          <Title order={1}>{account.name}</Title>
        </div>
        {mayOpen && (
          <LinkButton to="/new" search={{ account: account.number }}>
            New case for this account
          </LinkButton>
        )}
      </Group>
      <div className={classes.columns}>
        <section className={`panel ${classes.panel}`} aria-label="Account">
          <h2>The account</h2>
          <Facts of={[...accountFacts(account), ...moreFacts(account)]} />
        </section>
        <section className={`panel ${classes.panel}`} aria-label="Water">
          <h2>Water</h2>
          <UsageChart number={number} unit={account.meter?.unit ?? ''} />
        </section>
        <section className={`panel ${classes.panel}`} aria-label="Cases">
          <h2>Cases</h2>
          <AccountCases number={number} />
        </section>
      </div>
    </div>
  );
}
