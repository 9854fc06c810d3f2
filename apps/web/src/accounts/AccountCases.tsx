import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { firstCasesQuery } from '../api/cases.ts';
import { humanise } from '../words/humanise.ts';
import classes from './Accounts.module.css';

/** The account's cases, the open ones and the earlier. */
export function AccountCases({ number, except }: { number: string; except?: string }) {
  const cases = (useQuery(firstCasesQuery({ accountNumber: number, limit: 10 })).data?.items ?? []).filter(
    ({ id }) => id !== except,
  );
  if (cases.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        None.
      </Text>
    );
  }
  return (
    <ul className={`plain-list ${classes.cases}`}>
      {cases.map((row) => (
        <li key={row.id}>
          <Link to="/cases/$number" params={{ number: row.number }}>
            {row.number}
          </Link>{' '}
          {row.subject}
          <Text component="span" size="xs" c="dimmed">
            {' '}
            {humanise(row.status).toLowerCase()}
          </Text>
        </li>
      ))}
    </ul>
  );
}
