import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { accountQuery } from '../api/accounts.ts';
import type { Case } from '../api/types.ts';
import { Facts } from '../words/Facts.tsx';
import { AccountCases } from './AccountCases.tsx';
import classes from './Accounts.module.css';
import { accountFacts, moreFacts } from './facts.ts';
import { UsageChart } from './UsageChart.tsx';

/** Who the case is about: the requester, the account, its water and its other cases. */
export function CustomerPanel({ subject }: { subject: Case }) {
  const { requester, accountNumber } = subject;
  if (!requester && !accountNumber) return null;
  return (
    <section className={`panel ${classes.panel}`} aria-labelledby="customer">
      <h2 id="customer">Customer</h2>
      {requester && (
        <Facts
          of={[
            ['Requester', requester.name],
            ['E-mail', requester.email],
            ['Phone', requester.phone],
          ]}
        />
      )}
      {accountNumber && <AccountPart number={accountNumber} except={subject.id} />}
    </section>
  );
}

function AccountPart({ number, except }: { number: string; except: string }) {
  const account = useQuery(accountQuery(number));
  if (account.isError) return <Text size="sm">Account {number} is not in the register.</Text>;
  if (!account.data) return null;
  return (
    <div className={classes.account}>
      <Link to="/accounts/$number" params={{ number }} className={classes.name}>
        {account.data.name}
      </Link>
      <Facts of={[...accountFacts(account.data), ...moreFacts(account.data)]} />
      <UsageChart number={number} unit={account.data.meter?.unit ?? ''} />
      <h3>Other cases of the account</h3>
      <AccountCases number={number} except={except} />
    </div>
  );
}
