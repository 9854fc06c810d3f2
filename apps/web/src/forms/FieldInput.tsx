import { Group, NativeSelect, Radio, Textarea, TextInput } from '@mantine/core';
import { AttachmentInput } from '../papers/AttachmentInput.tsx';
import { humanise } from '../words/humanise.ts';
import type { Field } from './fields.ts';
import type { Entry } from './values.ts';

export interface FieldInputProps {
  field: Field;
  entry: string | boolean | undefined;
  fault: string | undefined;
  onChange: (entry: Entry | undefined) => void;
}

/** The input that fits a field. Dates use the browser's own: quick by keyboard and at home on a phone. */
export function FieldInput(props: FieldInputProps) {
  switch (props.field.kind) {
    case 'yes-no':
      return <YesNo {...props} />;
    case 'choice':
      return <Choice {...props} />;
    case 'long-text':
      return <Textarea {...textProps(props)} autosize minRows={3} maxRows={12} />;
    case 'money':
      return <TextInput {...textProps(props)} inputMode="decimal" leftSection="$" maw={220} />;
    case 'quantity':
      return <TextInput {...textProps(props)} inputMode="decimal" maw={220} />;
    case 'count':
      return <TextInput {...textProps(props)} inputMode="numeric" maw={220} />;
    case 'date':
      return <TextInput {...textProps(props)} type="date" maw={220} />;
    case 'month':
      return <TextInput {...textProps(props)} type="month" placeholder="2027-04" maw={220} />;
    case 'instant':
      return <TextInput {...textProps(props)} type="datetime-local" maw={260} />;
    case 'attachment':
      return <AttachmentInput {...props} />;
    case 'text':
    case 'rows':
      return <TextInput {...textProps(props)} />;
    default:
      return props.field.kind satisfies never;
  }
}

function textProps({ field, entry, fault, onChange }: FieldInputProps) {
  return {
    label: field.title,
    name: field.name,
    required: field.required,
    // The browser's own bubble would hide the sentence under the field.
    'aria-required': field.required,
    description: field.help,
    error: fault,
    value: typeof entry === 'string' ? entry : '',
    onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
  };
}

function YesNo({ field, entry, fault, onChange }: FieldInputProps) {
  return (
    <Radio.Group
      label={field.title}
      description={field.help}
      error={fault}
      withAsterisk={field.required}
      value={entry === undefined ? null : entry === true ? 'yes' : 'no'}
      onChange={(value) => onChange(value === 'yes')}
      data-fault={fault ? true : undefined}
    >
      <Group gap="lg" mt={6}>
        <Radio value="yes" label="Yes" />
        <Radio value="no" label="No" />
      </Group>
    </Radio.Group>
  );
}

function Choice({ field, entry, fault, onChange }: FieldInputProps) {
  const choices = (field.choices ?? []).map((value) => ({ value, label: field.titles?.[value] ?? humanise(value) }));
  return (
    <NativeSelect
      label={field.title}
      name={field.name}
      description={field.help}
      error={fault}
      required={field.required}
      data={[{ value: '', label: '–' }, ...choices]}
      value={typeof entry === 'string' ? entry : ''}
      onChange={(event) => onChange(event.currentTarget.value || undefined)}
      maw={320}
    />
  );
}
