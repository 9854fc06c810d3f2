import { type FieldError, Refusal } from '@headgate/domain/case';
import type { z } from 'zod';
import type { Numbered, Rejected } from './answer.ts';
import { type CsvRecord, csvRecords, linesOf } from './csv.ts';

/** What makes a row the one that it is; a second row of a file with the same `value` is left out. */
export interface Identity {
  readonly column: string;
  readonly value: string;
}

/** How the rows of a kind of file are read. `form` has one field for each column. */
export interface SheetShape<Row> {
  readonly form: z.ZodObject & z.ZodType<Row>;
  readonly identities: (row: Row) => readonly Identity[];
}

/** The rows of a file that can be read by themselves, and the cells that kept the others out. */
export interface Sheet<Row> {
  readonly count: number;
  readonly rows: readonly Numbered<Row>[];
  readonly rejected: readonly Rejected[];
}

/** Reads a file row by row. Throws a Refusal when its header is not the one that such a file has. */
export async function readSheet<Row>(text: string, shape: SheetShape<Row>): Promise<Sheet<Row>> {
  const columns = Object.keys(shape.form.shape);
  const rows: Numbered<Row>[] = [];
  const rejected: Rejected[] = [];
  const firstLineOf = new Map<string, number>();
  let header: string[] | null = null;
  let count = 0;
  for await (const record of csvRecords(linesOf(text), ({ length }) => length === (header ?? columns).length)) {
    if (!header) {
      header = headerOf(record, columns);
      continue;
    }
    count += 1;
    const read = readRow(record, header, shape);
    const faults = 'faults' in read ? read.faults : repeats({ line: record.line, row: read.row }, shape, firstLineOf);
    if ('faults' in read || faults.length > 0) rejected.push(...faults);
    else rows.push({ line: record.line, row: read.row });
  }
  if (!header) throw wrongHeader([{ path: 'header', message: 'the file is empty' }]);
  return { count, rows, rejected };
}

function headerOf({ cells }: CsvRecord, columns: readonly string[]): string[] {
  const names = cells.map((cell) => cell.trim().toLowerCase());
  const errors = [
    ...columns.filter((column) => !names.includes(column)).map((path) => ({ path, message: 'the column is missing' })),
    ...names.filter((name) => !columns.includes(name)).map((path) => ({ path, message: 'there is no such column' })),
    ...names
      .filter((name, at) => names.indexOf(name) < at)
      .map((path) => ({ path, message: 'the column stands twice' })),
  ];
  if (errors.length > 0) throw wrongHeader(errors);
  return names;
}

function wrongHeader(errors: readonly FieldError[]): Refusal {
  const named = errors.map(({ path, message }) => `${path}: ${message}`).join('; ');
  return new Refusal(
    'shape',
    'wrong-header',
    `The first line does not name the columns of this file: ${named}`.slice(0, 1000),
    { errors },
  );
}

type ReadRow<Row> = { readonly row: Row } | { readonly faults: readonly Rejected[] };

function readRow<Row>(
  { line, cells, swallowed }: CsvRecord,
  header: readonly string[],
  { form }: SheetShape<Row>,
): ReadRow<Row> {
  if (swallowed) {
    return {
      faults: [
        { line, column: header[0] ?? '', code: 'open-quote', message: 'a quote that begins here is not closed' },
      ],
    };
  }
  if (cells.length !== header.length) {
    const message = `the row has ${cells.length} cells, the header ${header.length}`;
    return {
      faults: [
        {
          line,
          column: header[Math.min(cells.length, header.length - 1)] ?? '',
          code: 'wrong-number-of-cells',
          message,
        },
      ],
    };
  }
  const read = form.safeParse(Object.fromEntries(header.map((column, at) => [column, cells[at]])));
  if (read.success) return { row: read.data as Row };
  return { faults: read.error.issues.map((issue) => faultOf(line, issue)) };
}

function faultOf(line: number, issue: z.core.$ZodIssue): Rejected {
  const code = issue.code === 'custom' ? String(issue.params?.code ?? 'invalid') : 'invalid';
  return { line, column: String(issue.path[0] ?? ''), code, message: issue.message };
}

function repeats<Row>(
  { line, row }: Numbered<Row>,
  shape: SheetShape<Row>,
  firstLineOf: Map<string, number>,
): Rejected[] {
  const identities = shape
    .identities(row)
    .map((identity) => ({ ...identity, key: `${identity.column}\0${identity.value}` }));
  const repeated = identities.filter(({ key }) => firstLineOf.has(key));
  if (repeated.length === 0) for (const { key } of identities) firstLineOf.set(key, line);
  return repeated.map(({ column, key }) => ({
    line,
    column,
    code: 'duplicate',
    message: `line ${firstLineOf.get(key)} says it already`,
  }));
}
