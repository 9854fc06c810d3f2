import type { Figure } from '../api/types.ts';
import { humanise } from '../words/humanise.ts';

export interface NamedFigure extends Figure {
  readonly title: string;
}

/** A heading of the board with the figures that stand directly under it. */
export interface BoardPart {
  readonly title: string;
  readonly figures: readonly NamedFigure[];
}

const isFigure = (value: unknown): value is Figure => isRecord(value) && 'value' in value;
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whatever the API puts on the board, as headings with figures, in its order. */
export function partsOf(board: unknown, title = 'Now'): BoardPart[] {
  const entries = entriesOf(board);
  const figures = entries.filter(([, value]) => isFigure(value)).map(([name, value]) => named(name, value as Figure));
  const inner = entries
    .filter(([, value]) => !isFigure(value) && typeof value === 'object' && value !== null)
    .flatMap(([name, value]) => partsOf(value, name));
  return [...(figures.length > 0 ? [{ title, figures }] : []), ...inner];
}

function entriesOf(value: unknown): [string, unknown][] {
  if (Array.isArray(value)) return value.map((item, at) => [nameOf(item) ?? String(at + 1), item]);
  return isRecord(value) ? Object.entries(value).map(([name, inner]) => [humanise(name), inner]) : [];
}

function nameOf(item: unknown): string | null {
  if (!isRecord(item)) return null;
  const name = item.title ?? item.label ?? item.name ?? item.key;
  return typeof name === 'string' ? humanise(name) : null;
}

const named = (title: string, figure: Figure): NamedFigure => ({
  title,
  value: figure.value,
  query: figure.query ?? null,
});

/** Where a figure's own list is in the desk: `/cases?status=open` → the queue with that filter. */
export function listOf(query: string): { to: '/queue' | '/tasks'; search: Record<string, string> } | null {
  const url = new URL(query, 'http://desk');
  const search = Object.fromEntries(url.searchParams);
  if (/(^|\/)tasks$/.test(url.pathname)) return { to: '/tasks', search };
  return /(^|\/)cases$/.test(url.pathname) || query.startsWith('?') ? { to: '/queue', search } : null;
}
