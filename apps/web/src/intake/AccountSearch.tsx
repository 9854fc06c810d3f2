import { Combobox, InputBase, Loader, Text, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { accountsQuery } from '../api/accounts.ts';
import type { Account } from '../api/types.ts';

interface AccountSearchProps {
  chosen: string;
  onChoose: (account: Account | null, typed: string) => void;
  fault?: string | undefined;
}

/** Finds an account by number, name or address as one types. */
export function AccountSearch({ chosen, onChoose, fault }: AccountSearchProps) {
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [typed, setTyped] = useState(chosen);
  const [asked] = useDebouncedValue(typed.trim(), 150);
  const found = useQuery({ ...accountsQuery(asked), enabled: asked.length >= 2 && combobox.dropdownOpened });
  const accounts = found.data?.items ?? [];
  const choose = (number: string) => {
    const account = accounts.find((one) => one.number === number) ?? null;
    setTyped(number);
    onChoose(account, number);
    combobox.closeDropdown();
  };
  const type = (text: string) => {
    setTyped(text);
    onChoose(null, /^\d+$/.test(text.trim()) ? text.trim() : '');
    combobox.openDropdown();
    combobox.updateSelectedOptionIndex();
  };
  return (
    <Combobox store={combobox} onOptionSubmit={choose}>
      <Combobox.Target withExpandedAttribute>
        <InputBase
          role="combobox"
          aria-autocomplete="list"
          label="Account"
          description="By number, name or address. Leave empty when there is none."
          placeholder="100001, or a name or address"
          error={fault}
          value={typed}
          rightSection={found.isFetching ? <Loader size={14} /> : null}
          onChange={(event) => type(event.currentTarget.value)}
          onFocus={() => typed.length >= 2 && combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={asked.length < 2 || found.isPending}>
        <Combobox.Options aria-label="Found">
          {accounts.map((account) => (
            <Combobox.Option key={account.number} value={account.number}>
              <Text size="sm">
                <strong>{account.number}</strong> {account.name}
              </Text>
              <Text size="xs" c="dimmed">
                {account.serviceAddress} · {account.class}
              </Text>
            </Combobox.Option>
          ))}
          {found.isSuccess && accounts.length === 0 && <Combobox.Empty>No account found</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
