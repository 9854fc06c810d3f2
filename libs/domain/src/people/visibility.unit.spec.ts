import { describe, expect, it } from '@jest/globals';
import { casesSeenBy, maySee } from './visibility.ts';

describe('who sees which cases', () => {
  it('shows a crew the cases that involve its department and no others', () => {
    expect(maySee('operations', ['customer-service', 'operations'])).toBe(true);
    expect(maySee('operations', ['customer-service', 'accounting'])).toBe(false);
    expect(maySee('technician', ['water-resources'])).toBe(true);
  });

  it('shows the desk, its supervisor and the manager every case', () => {
    for (const role of ['specialist-1', 'supervisor', 'manager', 'admin'] as const) {
      expect(casesSeenBy(role)).toBe('all');
      expect(maySee(role, ['accounting'])).toBe(true);
    }
  });
});
