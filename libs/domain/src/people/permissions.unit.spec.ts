import { may, queuesFor, roleMay } from '@headgate/domain/people';
import { describe, expect, it } from '@jest/globals';

describe('the table of roles and actions', () => {
  it('lets a specialist I open a case and not decide an approval', () => {
    expect(roleMay('specialist-1', 'case.open')).toBe(true);
    expect(roleMay('specialist-1', 'task.approve')).toBe(false);
  });

  it('lets the supervisor act in every queue and a crew only in its own', () => {
    expect(queuesFor('supervisor')).toHaveLength(6);
    expect(queuesFor('operations')).toEqual(['operations']);
  });

  it('lets the procedure act for the office', () => {
    expect(may({ kind: 'procedure', name: 'high-consumption' }, 'case.resolve')).toBe(true);
  });
});
