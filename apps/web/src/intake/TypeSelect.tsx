import { NativeSelect } from '@mantine/core';
import type { CaseType } from '../api/types.ts';

interface TypeSelectProps {
  types: readonly CaseType[];
  value: string | null;
  onChange: (type: string | null) => void;
  fault?: string | undefined;
}

/** The types of case. The browser's own list: a letter or two finds the type, and a phone shows it full size. */
export function TypeSelect({ types, value, onChange, fault }: TypeSelectProps) {
  return (
    <NativeSelect
      label="Case type"
      description={types.find(({ type }) => type === value)?.description ?? 'What is it about?'}
      required
      error={fault}
      value={value ?? ''}
      data={[{ value: '', label: '–' }, ...types.map(({ type, title }) => ({ value: type, label: title }))]}
      onChange={(event) => onChange(event.currentTarget.value || null)}
    />
  );
}
