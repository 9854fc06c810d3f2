import { finished } from 'node:stream/promises';
import { setImmediate as breathe } from 'node:timers/promises';
import { CsvError, parse } from 'csv-parse';

/** A record of a CSV file and the line on which it begins; `swallowed` when a quote that never closes begins there. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
  readonly swallowed?: true;
}

export type CsvInput = string | Uint8Array | AsyncIterable<string | Uint8Array>;

/** The lines of a file, whatever ends them. */
export function linesOf(text: string): string[] {
  return text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
}

const MOST_LOST_QUOTES = 50;

/**
 * The records of a file, blank ones left out. A record that an open quote has drawn out over several lines is tried
 * again from its second line when `fits` does not hold of it, so that one lost quote costs one row.
 */
export async function* csvRecords(
  lines: readonly string[],
  fits: (cells: readonly string[]) => boolean,
): AsyncGenerator<CsvRecord> {
  let from = 0;
  for (let lost = 0; from < lines.length; lost++) {
    const mayTryAgain = lost < MOST_LOST_QUOTES;
    let swallowed: number | null = null;
    for await (const record of recordsFrom(lines, from)) {
      const drawnOut = record.cells.some((cell) => cell.includes('\n'));
      if (record.swallowed || (mayTryAgain && drawnOut && !fits(record.cells))) {
        swallowed = record.line;
        break;
      }
      yield record;
    }
    if (swallowed === null) return;
    yield { line: swallowed, cells: [], swallowed: true };
    if (!mayTryAgain) return;
    from = swallowed;
  }
}

/** Fed piece by piece, so that other requests are served in between; what was read before a fault is kept. */
async function* recordsFrom(lines: readonly string[], from: number): AsyncGenerator<CsvRecord> {
  const read: CsvRecord[] = [];
  let lastLine = from;
  const parser = parse({
    ...reading,
    on_record: (cells: string[], { lines: endLine }) => {
      lastLine = from + endLine;
      const innerBreaks = cells.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0);
      read.push({ line: lastLine - innerBreaks, cells });
      return null;
    },
  }).resume();
  try {
    for (const piece of pieces(lines, from)) {
      parser.write(piece);
      yield* read.splice(0);
      await breathe();
    }
    await finished(parser.end());
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    read.push({ line: firstFilledLine(lines, lastLine), cells: [], swallowed: true });
  }
  yield* read.splice(0);
}

const reading = {
  record_delimiter: ['\n'],
  relax_quotes: true,
  relax_column_count: true,
  skip_empty_lines: true,
  skip_records_with_empty_values: true,
};

const LINES_A_PIECE = 500;

function* pieces(lines: readonly string[], from: number): Generator<string> {
  for (let at = from; at < lines.length; at += LINES_A_PIECE) {
    const piece = lines.slice(at, at + LINES_A_PIECE).join('\n');
    yield at + LINES_A_PIECE < lines.length ? `${piece}\n` : piece;
  }
}

function firstFilledLine(lines: readonly string[], after: number): number {
  const ahead = lines.slice(after).findIndex((line) => line.trim() !== '');
  return after + 1 + Math.max(ahead, 0);
}

export async function bytesOf(input: CsvInput): Promise<Uint8Array> {
  if (typeof input === 'string') return Buffer.from(input);
  if (input instanceof Uint8Array) return input;
  const chunks: Uint8Array[] = [];
  for await (const chunk of input) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
  return Buffer.concat(chunks);
}

/** Bytes that are no UTF-8 are read as Windows-1252, as older exports write them. */
export function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
