import type { Place } from '@headgate/persistence';
import { z } from 'zod';
import { invalid } from './problem-of.ts';

const place = z.tuple([
  z.string().max(40),
  z.union([z.iso.datetime({ precision: 6 }), z.string().regex(/^(\d{1,9}|[A-Z]{2}-\d{4}-\d{1,12})$/), z.null()]),
  z.uuid(),
]);

/** The place at which a page ended, as a word that the client hands back. It is of use with the same sort only. */
export const cursorOf = (next: Place | null, sort: string): string | null =>
  next && Buffer.from(JSON.stringify([sort, next.value, next.id])).toString('base64url');

export function placeOf(cursor: string | undefined, sort: string): Place | null {
  if (cursor === undefined) return null;
  const read = place.safeParse(parsed(cursor));
  if (!read.success || read.data[0] !== sort)
    throw invalid([{ path: ['cursor'], message: 'not a cursor of this list in this order' }]);
  const [, value, id] = read.data;
  if (value !== null && /edAt$|dueAt$/.test(sort) !== value.includes('T'))
    throw invalid([{ path: ['cursor'], message: 'not a cursor' }]);
  return { value, id };
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return null;
  }
}

/** The `Link` header of a page: itself, the first, and the next one when there is one. */
export function linksOf(url: string, nextCursor: string | null): string {
  const [path = '', query = ''] = url.split('?');
  const at = (cursor: string | null) => {
    const search = new URLSearchParams(query);
    if (cursor) search.set('cursor', cursor);
    else search.delete('cursor');
    const text = search.toString();
    return `<${path}${text ? `?${text}` : ''}>`;
  };
  return [`${at(null)}; rel="first"`, ...(nextCursor ? [`${at(nextCursor)}; rel="next"`] : [])].join(', ');
}
