import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight, spotlight } from '@mantine/spotlight';
import { IconFileText, IconSearch, IconUser } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useState } from 'react';
import { accountsQuery } from '../api/accounts.ts';
import { firstCasesQuery } from '../api/cases.ts';
import { humanise } from '../words/humanise.ts';
import { usePaletteActions } from './paletteActions.ts';

/** Ctrl-K: a case by number or words, an account by number, name or address, a page or an action. */
export function Palette({ onHelp }: { onHelp: () => void }) {
  const [words, setWords] = useState('');
  const [asked] = useDebouncedValue(words.trim(), 150);
  const actions = usePaletteActions(onHelp).filter(({ label }) =>
    label.toLowerCase().includes(words.trim().toLowerCase()),
  );
  return (
    <Spotlight.Root
      query={words}
      onQueryChange={setWords}
      shortcut={['mod + K']}
      scrollable
      maxHeight={480}
      closeOnActionTrigger
      attributes={{ content: { 'aria-label': 'Find' } }}
    >
      <Spotlight.Search
        placeholder="Case number, account, name, address, action"
        aria-label="Find a case, account or action"
        onKeyDown={takeFirst}
        leftSection={<IconSearch size={18} />}
      />
      <Spotlight.ActionsList>
        {actions.length > 0 && (
          <Spotlight.ActionsGroup label="Actions">
            {actions.map(({ label, icon: Icon, act }) => (
              <Spotlight.Action key={label} label={label} leftSection={<Icon size={18} />} onClick={act} />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {asked.length >= 2 && <Found words={asked} />}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

/** Enter takes the first that was found when the arrows have chosen none. */
function takeFirst(event: KeyboardEvent<HTMLInputElement>): void {
  const dialog = event.currentTarget.closest('[role="dialog"]');
  if (event.key !== 'Enter' || !dialog || dialog.querySelector('[data-selected]')) return;
  dialog.querySelector<HTMLElement>('[data-action]')?.click();
}

function Found({ words }: { words: string }) {
  const navigate = useNavigate();
  const cases = useQuery(firstCasesQuery({ q: words, limit: 6 })).data?.items ?? [];
  const accounts = useQuery(accountsQuery(words, 5)).data?.items ?? [];
  const go = (act: () => unknown) => () => {
    spotlight.close();
    void act();
  };
  return (
    <>
      {cases.length > 0 && (
        <Spotlight.ActionsGroup label="Cases">
          {cases.map((row) => (
            <Spotlight.Action
              key={row.id}
              label={`${row.number} ${row.subject}`}
              description={`${humanise(row.type)}, ${humanise(row.status).toLowerCase()}`}
              leftSection={<IconFileText size={18} />}
              onClick={go(() => navigate({ to: '/cases/$number', params: { number: row.number } }))}
            />
          ))}
        </Spotlight.ActionsGroup>
      )}
      {accounts.length > 0 && (
        <Spotlight.ActionsGroup label="Accounts">
          {accounts.map((account) => (
            <Spotlight.Action
              key={account.number}
              label={`${account.number} ${account.name}`}
              description={account.serviceAddress}
              leftSection={<IconUser size={18} />}
              onClick={go(() => navigate({ to: '/accounts/$number', params: { number: account.number } }))}
            />
          ))}
        </Spotlight.ActionsGroup>
      )}
      {cases.length === 0 && accounts.length === 0 && <Spotlight.Empty>Nothing found for “{words}”</Spotlight.Empty>}
    </>
  );
}
