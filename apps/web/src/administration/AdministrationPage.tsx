import { Tabs, Title } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMay } from '../session/user.ts';
import classes from './Administration.module.css';
import { Calendars } from './Calendars.tsx';
import { Moves } from './Moves.tsx';
import { Policies } from './Policies.tsx';
import { WhatIfPart } from './WhatIfPart.tsx';

const parts = ['policies', 'calendars', 'moves', 'what-if'] as const;
type Part = (typeof parts)[number];

/** The office's rules: service policies and calendars with their versions, moves of running cases, and what-if. */
export function AdministrationPage() {
  const { part } = useSearch({ from: '/administration' });
  const navigate = useNavigate();
  const mayAsk = useMay('board.read');
  const shown: Part = parts.find((one) => one === part) ?? 'policies';
  const show = (next: string | null) => void navigate({ to: '/administration', search: { part: next ?? 'policies' } });
  return (
    <div className={classes.page}>
      <title>Administration – Headgate</title>
      <Title order={1} mb="sm">
        Administration
      </Title>
      <Tabs value={shown} onChange={show} keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="policies">Policies</Tabs.Tab>
          <Tabs.Tab value="calendars">Calendars</Tabs.Tab>
          <Tabs.Tab value="moves">Running cases</Tabs.Tab>
          {mayAsk && <Tabs.Tab value="what-if">What if</Tabs.Tab>}
        </Tabs.List>
        <Tabs.Panel value="policies">
          <Policies />
        </Tabs.Panel>
        <Tabs.Panel value="calendars">
          <Calendars />
        </Tabs.Panel>
        <Tabs.Panel value="moves">
          <Moves />
        </Tabs.Panel>
        {mayAsk && (
          <Tabs.Panel value="what-if">
            <WhatIfPart />
          </Tabs.Panel>
        )}
      </Tabs>
    </div>
  );
}
