import { describe, expect, it } from '@jest/globals';
import { listOf, partsOf } from './figures.ts';

describe('the board', () => {
  it('shows figures under the headings that the API gives them, in its order', () => {
    const parts = partsOf({
      asOf: '2026-11-25T18:00:00Z',
      risk: {
        open: { value: 96, query: '/cases?status=open' },
        byQueue: [{ name: 'operations', value: 3, query: '/cases?queue=operations' }],
      },
    });
    expect(parts.map(({ title, figures }) => [title, figures.map((figure) => [figure.title, figure.value])])).toEqual([
      ['Risk', [['Open', 96]]],
      ['Risk: by queue', [['Operations', 3]]],
    ]);
  });

  it('sets beside a figure what it was in the period before', () => {
    const flow = (value: number) => ({ firstResponse: { met: { value, query: '/cases?result=met' } } });
    const [part] = partsOf({ compliance: flow(9), earlier: { compliance: flow(7) } });
    expect(part?.title).toBe('Compliance: first response');
    expect(part?.figures[0]).toMatchObject({ title: 'Met', value: 9, before: 7 });
  });

  it('opens from a figure the list of exactly what it counts', () => {
    expect(listOf('/api/v1/cases?status=open&clock=breached')).toEqual({
      to: '/queue',
      search: { status: 'open', clock: 'breached' },
    });
    expect(listOf('/tasks?queue=operations')).toEqual({ to: '/tasks', search: { queue: 'operations' } });
    expect(listOf('/accounts')).toBeNull();
  });
});
