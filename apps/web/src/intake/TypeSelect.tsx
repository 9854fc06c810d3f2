import { Select, Text } from '@mantine/core';
import type { CaseType } from '../api/types.ts';

interface TypeSelectProps {
  types: readonly CaseType[];
  value: string | null;
  onChange: (type: string | null) => void;
  fault?: string | undefined;
}

/** The types of case, found by typing, each with what it is for. */
export function TypeSelect({ types, value, onChange, fault }: TypeSelectProps) {
  return (
    <Select
      label="Case type"
      placeholder="What is it about?"
      searchable
      required
      error={fault}
      selectFirstOptionOnChange
      nothingFoundMessage="No such type"
      value={value}
      onChange={onChange}
      data={types.map(({ type, title }) => ({ value: type, label: title }))}
      renderOption={({ option }) => (
        <div>
          <Text size="sm">{option.label}</Text>
          <Text size="xs" c="dimmed">
            {types.find(({ type }) => type === option.value)?.description}
          </Text>
        </div>
      )}
    />
  );
}
