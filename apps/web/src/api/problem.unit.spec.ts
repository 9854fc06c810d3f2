import { describe, expect, it } from '@jest/globals';
import { byField, fieldOf, Problem } from './problem.ts';

describe('a refusal', () => {
  it('speaks of a field by the last name of its path', () => {
    expect(['details.period', '/outcome/reading', 'subject'].map(fieldOf)).toEqual(['period', 'reading', 'subject']);
  });

  it('is shown at its fields, and in words where the form has no such field', () => {
    const problem = new Problem(400, {
      errors: [
        { path: 'outcome.reading', message: 'too low' },
        { path: 'limit', message: 'at most 100' },
      ],
    });
    expect(byField(problem, ['reading'])).toEqual({ fields: { reading: 'too low' }, rest: ['limit: at most 100'] });
  });

  it('without fields is told by its own sentence, or by one that says what to do', () => {
    expect(byField(new Problem(409, { detail: 'The case is not on hold.' }), []).rest).toEqual([
      'The case is not on hold.',
    ]);
    expect(new Problem(0, {}).message).toMatch(/what you wrote is kept/);
  });
});
