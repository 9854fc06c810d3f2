import type { Figure } from '../api/types.ts';
import { humanise } from '../words/humanise.ts';

export interface NamedFigure extends Figure {
  readonly title: string;
  /** The same figure in the period before this one. */
  readonly before: number | string | null;
}

/** A heading of the board with the figures that stand directly under it. */
export interface BoardPart {
  readonly title: string;
  readonly figures: readonly NamedFigure[];
}

const isFigure = (value: unknown): value is Figure => isRecord(value) && 'value' in value;
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whatever the API puts on the board, as headings with figures, in its order; beside them what was the period before. */
export function partsOf(board: unknown): BoardPart[] {
  if (!isRecord(board)) return [];
  const { earlier, ...present } = board;
  return partsUnder(present, earlier, []);
}

function partsUnder(value: unknown, earlier: unknown, path: readonly string[]): BoardPart[] {
  const before = new Map(entriesOf(earlier));
  const entries = entriesOf(value);
  const figures = entries.flatMap(([name, inner]) => (isFigure(inner) ? [named(name, inner, before.get(name))] : []));
  const inner = entries
    .filter(([, value]) => !isFigure(value) && typeof value === 'object' && value !== null)
    .flatMap(([name, value]) => partsUnder(value, before.get(name), [...path, name]));
  return [...(figures.length > 0 ? [{ title: titleOf(path), figures }] : []), ...inner];
}

/** `Compliance: first response`. */
const titleOf = (path: readonly string[]): string =>
  path.length === 0 ? 'Now' : [path[0], ...path.slice(1).map((name) => name.toLowerCase())].join(': ');

function entriesOf(value: unknown): [string, unknown][] {
  if (Array.isArray(value)) return value.map((item, at) => [nameOf(item) ?? String(at + 1), item]);
  return isRecord(value) ? Object.entries(value).map(([name, inner]) => [humanise(name), inner]) : [];
}

function nameOf(item: unknown): string | null {
  if (!isRecord(item)) return null;
  const name = item.title ?? item.label ?? item.name ?? item.key;
  return typeof name === 'string' ? humanise(name) : null;
}

const named = (title: string, figure: Figure, before: unknown): NamedFigure => ({
  title,
  value: figure.value,
  query: figure.query ?? null,
  before: isFigure(before) ? before.value : null,
});

/** Where a figure's own list is in the desk: `/cases?status=open` → the queue with that filter. */
export function listOf(query: string): { to: '/queue' | '/tasks'; search: Record<string, string> } | null {
  const url = new URL(query, 'http://desk');
  const search = Object.fromEntries(url.searchParams);
  if (/(^|\/)tasks$/.test(url.pathname)) return { to: '/tasks', search };
  return /(^|\/)cases$/.test(url.pathname) || query.startsWith('?') ? { to: '/queue', search } : null;
}
