import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { figureOf, percent, share } from './fields.ts';
import { calculatorNames, calculators, fault, InputFault, refuse } from './index.ts';

describe('the calculators of the counter', () => {
  it.each(calculatorNames)('%s stands under its own name, strict, and describes its input as JSON Schema', (name) => {
    const calculator = calculators[name];
    expect(calculator.name).toBe(name);
    expect(calculator.input.safeParse({ unknownKey: 1 }).error?.issues.map(({ code }) => code)).toContain(
      'unrecognized_keys',
    );
    expect(z.toJSONSchema(calculator.input, { io: 'input' })).toMatchObject({ type: 'object' });
  });

  it('there is none beside them', () => {
    expect(Object.keys(calculators).toSorted()).toEqual([...calculatorNames].toSorted());
  });
});

describe('input that the schema cannot see', () => {
  it('is refused with its path and message', () => {
    expect(() => fault('classes.0.share', 'is too much')).toThrow(InputFault);
    expect(() => refuse([])).not.toThrow();
    const errors = [
      { path: 'a', message: 'x' },
      { path: 'b', message: 'y' },
    ];
    expect(() => refuse(errors)).toThrow('a: x; b: y');
  });
});

describe('fields', () => {
  it.each(['0', '1', '0.5', '1.000', '0.333333333333333333'])('a share may be %s', (text) => {
    expect(share('part').safeParse(text).success).toBe(true);
  });

  it.each(['1.01', '-0.5', '2', '', '.5', '1e-1', 'NaN'])('a share may not be %j', (text) => {
    expect(share('part').safeParse(text).success).toBe(false);
  });

  it.each(['10', '1.5', 10, 1.5, 0.1])('a percentage may be %j and is read exactly', (value) => {
    expect(figureOf(percent('rate').parse(value)).toFixed()).toBe(String(value));
  });

  it.each([-1, 1e-7, 1000, Number.NaN, Number.POSITIVE_INFINITY, '1e2', '-1', null])(
    'a percentage may not be %j',
    (value) => {
      expect(percent('rate').safeParse(value).success).toBe(false);
    },
  );
});
