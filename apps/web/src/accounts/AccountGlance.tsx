import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { accountQuery } from '../api/accounts.ts';
import { firstCasesQuery } from '../api/cases.ts';
import { active } from '../queue/views.ts';
import { Facts } from '../words/Facts.tsx';
import { counted, humanise } from '../words/humanise.ts';
import classes from './Accounts.module.css';
import { accountFacts } from './facts.ts';

/** Who this is, at intake: the account in a few lines, and a hint when a case of it is open already. */
export function AccountGlance({ number }: { number: string }) {
  const account = useQuery(accountQuery(number)).data;
  const open = useQuery({
    ...firstCasesQuery({ accountNumber: number, status: active, limit: 5 }),
    enabled: Boolean(account),
  });
  if (!account) return null;
  const cases = open.data?.items ?? [];
  return (
    <section className={`panel ${classes.panel}`} aria-label="Account">
      <h2>{account.name}</h2>
      <Facts of={accountFacts(account)} />
      {cases.length > 0 && (
        <div className={classes.hint} role="status">
          <Text size="sm" fw={600}>
            {counted(cases.length, 'case')} of this account {cases.length === 1 ? 'is' : 'are'} open already
          </Text>
          <ul className="plain-list">
            {cases.map((row) => (
              <li key={row.id}>
                <Link to="/cases/$number" params={{ number: row.number }}>
                  {row.number}
                </Link>{' '}
                {humanise(row.type)}: {row.subject}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
