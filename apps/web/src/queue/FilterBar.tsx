import { queues } from '@headgate/domain/people';
import { ActionIcon, NativeSelect, TextInput } from '@mantine/core';
import { IconSearch, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { caseTypesQuery } from '../api/cases.ts';
import { priorities, statuses } from '../api/vocabulary.ts';
import { useShortcut } from '../shell/useShortcut.ts';
import { humanise } from '../words/humanise.ts';
import type { FilterName, QueueSearch } from './filters.ts';
import classes from './Queue.module.css';
import { active } from './views.ts';

const clocks = [
  { value: 'at-risk', label: 'Due soon' },
  { value: 'breached', label: 'Breached' },
  { value: 'paused', label: 'Paused' },
];

/** The filters, each in the address. */
export function FilterBar({ search }: { search: QueueSearch }) {
  const navigate = useNavigate();
  const types = useQuery(caseTypesQuery).data ?? [];
  const set = (name: FilterName, value: string) =>
    void navigate({ to: '/queue', search: { ...search, [name]: value || undefined }, replace: name === 'q' });
  const choice = (name: FilterName, label: string, options: { value: string; label: string }[]) => (
    <NativeSelect
      size="xs"
      aria-label={label}
      value={search[name] ?? ''}
      data={[{ value: '', label: `Any ${label.toLowerCase()}` }, ...options]}
      onChange={(event) => set(name, event.currentTarget.value)}
    />
  );
  const named = (names: readonly string[]) => names.map((value) => ({ value, label: humanise(value) }));
  const narrowed = Object.keys(search).some((name) => !['status', 'sort'].includes(name));
  return (
    <search className={classes.filters}>
      <SearchBox words={search.q ?? ''} onWords={(words) => set('q', words)} />
      {choice('status', 'Status', [{ value: active, label: 'Open or on hold' }, ...named(statuses)])}
      {choice(
        'type',
        'Type',
        types.map(({ type, title }) => ({ value: type, label: title })),
      )}
      {choice('queue', 'Department', named(queues))}
      {choice('priority', 'Priority', named(priorities))}
      {choice('clock', 'Clock', clocks)}
      {narrowed && (
        <ActionIcon
          size={30}
          variant="subtle"
          aria-label="Clear filters"
          title="Clear filters"
          onClick={() => void navigate({ to: '/queue', search: { status: active } })}
        >
          <IconX size={16} />
        </ActionIcon>
      )}
    </search>
  );
}

/** Searches as one types, a moment after the last key. */
function SearchBox({ words, onWords }: { words: string; onWords: (words: string) => void }) {
  const [typed, setTyped] = useState(words);
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useShortcut('search', () => input.current?.focus());
  useEffect(() => setTyped(words), [words]);
  const type = (text: string) => {
    setTyped(text);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onWords(text.trim()), 250);
  };
  return (
    <TextInput
      ref={input}
      size="xs"
      type="search"
      aria-label="Search cases"
      placeholder="Search  ( / )"
      w={150}
      leftSection={<IconSearch size={14} />}
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
      onKeyDown={(event) => event.key === 'Escape' && input.current?.blur()}
    />
  );
}
