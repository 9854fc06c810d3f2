import { type Field, plainColumn } from './fields.ts';

/** What a person has entered so far: text as typed, yes or no, rows of the same. */
export type Entry = string | boolean | Entries[];
export interface Entries {
  [name: string]: Entry | undefined;
}

/** The entries as the API takes them: nothing for what was left empty, numbers for counts, instants with offset. */
export function valuesOf(fields: readonly Field[], entries: Entries): Record<string, unknown> {
  const given = fields.map((field) => [field.name, sent(field, entries[field.name])] as const);
  return Object.fromEntries(given.filter(([, value]) => value !== undefined));
}

function sent(field: Field, entry: Entry | undefined): unknown {
  if (entry === undefined || typeof entry === 'boolean') return entry;
  if (typeof entry !== 'string') return rowsOf(field.columns ?? [], entry);
  const text = entry.trim();
  if (text === '') return undefined;
  switch (field.kind) {
    case 'count':
      return Number.isFinite(Number(text)) ? Number(text) : text;
    case 'money':
    case 'quantity':
      return text.replace(/[$,\s]/g, '');
    case 'instant':
      return new Date(text).toISOString();
    default:
      return text;
  }
}

/** Rows of several columns are objects; rows of the plain column are its values, without those left empty. */
function rowsOf(columns: readonly Field[], rows: Entries[]): unknown[] {
  const values = rows.map((row) => valuesOf(columns, row));
  const plain = columns.length === 1 && columns[0]?.name === plainColumn;
  return plain ? values.map((row) => row[plainColumn]).filter((value) => value !== undefined) : values;
}

/** What is wrong with the entries, by field, before the API is asked: it judges the rest. */
export function faultsOf(fields: readonly Field[], entries: Entries): Record<string, string> {
  const values = valuesOf(fields, entries);
  const faults = fields.map((field) => [field.name, faultOf(field, values[field.name])] as const);
  return Object.fromEntries(faults.filter((fault): fault is [string, string] => fault[1] !== null));
}

function faultOf(field: Field, value: unknown): string | null {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return field.required ? 'Needed.' : null;
  if (field.kind === 'count') return faultOfCount(field, value);
  if (typeof value !== 'string') return null;
  if (field.maxLength !== undefined && value.length > field.maxLength) return `At most ${field.maxLength} characters.`;
  return field.pattern && !field.pattern.test(value) ? (examples[field.kind] ?? 'Not in the right form.') : null;
}

function faultOfCount(field: Field, value: unknown): string | null {
  if (typeof value !== 'number') return 'A whole number.';
  if (field.min !== undefined && value < field.min) return `At least ${field.min}.`;
  if (field.max !== undefined && value > field.max) return `At most ${field.max}.`;
  return null;
}

const examples: Partial<Record<Field['kind'], string>> = {
  money: 'An amount such as 12.50.',
  quantity: 'A number such as 104.25.',
};
