import { SimpleGrid, Stack } from '@mantine/core';
import { FieldInput } from './FieldInput.tsx';
import type { Field } from './fields.ts';
import { RowsInput } from './RowsInput.tsx';
import type { FormState } from './useForm.ts';

/** The questions of a form, top to bottom or side by side, each with its fault under it. */
export function FormFields({ form, beside = false }: { form: FormState; beside?: boolean }) {
  const fields = form.fields.map((field) => <FormField key={field.name} field={field} form={form} />);
  return beside ? <SimpleGrid cols={{ base: 1, xs: 2 }}>{fields}</SimpleGrid> : <Stack gap="sm">{fields}</Stack>;
}

function FormField({ field, form }: { field: Field; form: FormState }) {
  const shared = {
    field,
    fault: form.faults[field.name],
    onChange: (entry: Parameters<FormState['set']>[1]) => form.set(field.name, entry),
  };
  const entry = form.entries[field.name];
  if (field.kind === 'rows') return <RowsInput {...shared} rows={Array.isArray(entry) ? entry : []} />;
  return <FieldInput {...shared} entry={Array.isArray(entry) ? undefined : entry} />;
}
