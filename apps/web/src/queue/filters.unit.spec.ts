import { describe, expect, it } from '@jest/globals';
import { inOrder, nextSort, queueSearch, sameFilters, sortDirection } from './filters.ts';

describe('the queue’s address', () => {
  it('keeps what it asks for and drops what is empty', () => {
    expect(queueSearch({ status: 'open', q: '', accountNumber: 100001 })).toEqual({
      status: 'open',
      accountNumber: '100001',
    });
  });

  it('means the same view in any order and under any sort', () => {
    expect(
      sameFilters({ status: 'open', queue: 'operations' }, { queue: 'operations', status: 'open', sort: 'dueAt' }),
    ).toBe(true);
    expect(sameFilters({ status: 'open' }, { status: 'open', clock: 'breached' })).toBe(false);
  });

  it('puts what is due first in front of the work, and what came last in front of the rest', () => {
    expect(inOrder({ status: 'open,on-hold' }).sort).toBe('dueAt');
    expect(inOrder({ status: 'closed' }).sort).toBe('-openedAt');
    expect(inOrder({ status: 'open', sort: 'number' }).sort).toBe('number');
  });

  it('sorts by a column at the first click, the other way at the second', () => {
    expect(nextSort(undefined, 'dueAt')).toBe('dueAt');
    expect(nextSort('dueAt', 'dueAt')).toBe('-dueAt');
    expect(nextSort('-dueAt', 'openedAt')).toBe('openedAt');
    expect(sortDirection('-dueAt', 'dueAt')).toBe('descending');
    expect(sortDirection('dueAt', 'openedAt')).toBe('none');
  });
});
