import { Button, Fieldset, Group, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { FieldInput } from './FieldInput.tsx';
import type { Field } from './fields.ts';
import type { Entries, Entry } from './values.ts';

interface RowsInputProps {
  field: Field;
  rows: Entries[];
  fault: string | undefined;
  onChange: (rows: Entry | undefined) => void;
}

/** A field of several like rows, such as the instalments of an arrangement. */
export function RowsInput({ field, rows, fault, onChange }: RowsInputProps) {
  const columns = field.columns ?? [];
  const setCell = (at: number, name: string, entry: Entry | undefined) =>
    onChange(rows.map((row, index) => (index === at ? { ...row, [name]: entry } : row)));
  return (
    <Fieldset legend={field.title}>
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
        <Group key={at} align="end" mb="xs">
          {columns.map((column) => (
            <FieldInput
              key={column.name}
              field={column}
              entry={row[column.name] as string | boolean | undefined}
              fault={undefined}
              onChange={(entry) => setCell(at, column.name, entry)}
            />
          ))}
          <Button
            variant="subtle"
            color="red"
            leftSection={<IconTrash size={16} />}
            onClick={() => onChange(rows.filter((_, index) => index !== at))}
          >
            Remove
          </Button>
        </Group>
      ))}
      <Button variant="default" leftSection={<IconPlus size={16} />} onClick={() => onChange([...rows, {}])}>
        Add a row
      </Button>
      {fault && (
        <Text c="red.8" size="sm" mt={6} role="alert">
          {fault}
        </Text>
      )}
    </Fieldset>
  );
}
