import type { JsonSchema } from '../api/types.ts';
import { humanise } from '../words/humanise.ts';

export type FieldKind =
  | 'text'
  | 'long-text'
  | 'money'
  | 'quantity'
  | 'count'
  | 'date'
  | 'month'
  | 'instant'
  | 'yes-no'
  | 'choice'
  | 'attachment'
  | 'rows';

/** One question of a form. */
export interface Field {
  readonly name: string;
  readonly title: string;
  readonly kind: FieldKind;
  readonly required: boolean;
  readonly help?: string;
  readonly choices?: readonly string[];
  /** What the choices are called, where that is more than their name. */
  readonly titles?: Readonly<Record<string, string>>;
  readonly pattern?: RegExp;
  readonly min?: number;
  readonly max?: number;
  readonly maxLength?: number;
  /** The columns of a field that takes several rows. */
  readonly columns?: readonly Field[];
}

/** The questions of a flat JSON Schema object, in its order. */
export function fieldsOf(schema: JsonSchema): Field[] {
  const required = new Set(schema.required ?? []);
  return Object.entries(schema.properties ?? {}).map(([name, property]) =>
    fieldOf(name, property, required.has(name) && property.default === undefined),
  );
}

function fieldOf(name: string, schema: JsonSchema, required: boolean): Field {
  const kind = kindOf(schema);
  return {
    name,
    title: schema.title ?? humanise(name),
    kind,
    required,
    ...(schema.description ? { help: schema.description } : {}),
    ...(schema.enum ? { choices: schema.enum.map(String) } : {}),
    ...(schema.pattern && !dated.has(kind) ? { pattern: new RegExp(schema.pattern) } : {}),
    ...(schema.minimum !== undefined ? { min: schema.minimum } : {}),
    ...(schema.maximum !== undefined ? { max: schema.maximum } : {}),
    ...(schema.maxLength !== undefined ? { maxLength: schema.maxLength } : {}),
    ...(kind === 'rows' && schema.items ? { columns: columnsOf(schema.items) } : {}),
  };
}

/** The one column of a list of plain values, such as parcel numbers: its rows are the values themselves. */
export const plainColumn = '';

function columnsOf(items: JsonSchema): Field[] {
  return items.properties ? fieldsOf(items) : [fieldOf(plainColumn, { ...items, title: items.title ?? 'Entry' }, true)];
}

/** Their inputs give well-formed values or none. */
const dated: ReadonlySet<FieldKind> = new Set(['date', 'month', 'instant', 'attachment']);

const byFormat: Readonly<Record<string, FieldKind>> = {
  textarea: 'long-text',
  money: 'money',
  quantity: 'quantity',
  month: 'month',
  attachment: 'attachment',
  date: 'date',
  'date-time': 'instant',
};

function kindOf(schema: JsonSchema): FieldKind {
  if (schema.enum) return 'choice';
  const type = Array.isArray(schema.type) ? schema.type.find((name) => name !== 'null') : schema.type;
  if (type === 'boolean') return 'yes-no';
  if (type === 'integer' || type === 'number') return 'count';
  if (type === 'array') return 'rows';
  return byFormat[schema.format ?? ''] ?? 'text';
}
