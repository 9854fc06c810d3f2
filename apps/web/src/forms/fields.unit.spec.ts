import { highConsumption } from '@headgate/domain/cases/high-consumption';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import type { JsonSchema } from '../api/types.ts';
import { fieldsOf } from './fields.ts';
import { faultsOf, valuesOf } from './values.ts';

const schemaOf = (form: z.ZodObject) => z.toJSONSchema(form, { io: 'input' }) as JsonSchema;
const reread = fieldsOf(schemaOf(highConsumption.tasks.reread?.form ?? z.object({})));

describe('the questions of a form', () => {
  it('follow the schema of a case type, in its order and under its titles', () => {
    const fields = fieldsOf(schemaOf(highConsumption.intakeForm));
    expect(fields.map(({ name, kind, required }) => [name, kind, required])).toEqual([
      ['period', 'month', false],
      ['saysUseChanged', 'yes-no', false],
      ['remarks', 'long-text', false],
    ]);
    expect(fields[0]?.title).toBe('Month of the bill');
  });

  it('ask of a re-read for a quantity, a date and one of the codes', () => {
    expect(reread.map(({ kind }) => kind)).toEqual(['quantity', 'date', 'choice']);
    expect(reread[2]?.choices?.length).toBeGreaterThan(1);
  });

  it('fall back to plain text and to a name made of words', () => {
    const [field] = fieldsOf({ type: 'object', properties: { gateCode: { type: 'string' } } });
    expect(field).toMatchObject({ kind: 'text', title: 'Gate code', required: false });
  });

  it('take several rows for a list of like things', () => {
    const money: JsonSchema = { type: 'string', format: 'money', title: 'Amount' };
    const items: JsonSchema = {
      type: 'object',
      properties: { on: { type: 'string', format: 'date' }, amount: money },
      required: ['on'],
    };
    const [field] = fieldsOf({ type: 'object', properties: { instalments: { type: 'array', items } } });
    expect(field?.kind).toBe('rows');
    expect(field?.columns?.map(({ kind }) => kind)).toEqual(['date', 'money']);
  });

  it('take a list of plain values row by row, such as parcels and forms', () => {
    const parcels = z.array(z.string().meta({ title: 'Parcel' }));
    const forms = z.array(z.enum(['7-2180', '7-2181']).meta({ title: 'Form' }));
    const fields = fieldsOf(schemaOf(z.object({ parcels, forms })));
    expect(fields.map(({ columns }) => columns?.map(({ title, kind }) => [title, kind]))).toEqual([
      [['Parcel', 'text']],
      [['Form', 'choice']],
    ]);
    const entries = { parcels: [{ '': ' 014-220-031 ' }, { '': '' }], forms: [{ '': '7-2180' }] };
    expect(valuesOf(fields, entries)).toEqual({ parcels: ['014-220-031'], forms: ['7-2180'] });
  });
});

describe('the values of a form', () => {
  it('leave out what was left empty', () => {
    expect(valuesOf(reread, { reading: ' 4721 ', readOn: '2026-11-20', nonReadCode: '' })).toEqual({
      reading: '4721',
      readOn: '2026-11-20',
    });
  });

  it('keep money a decimal string, without the marks of writing', () => {
    const [amount] = fieldsOf({ properties: { amount: { type: 'string', format: 'money' } } });
    expect(amount && valuesOf([amount], { amount: '$1,234.50' })).toEqual({ amount: '1234.50' });
  });

  it('are an answer of yes or no only when one was given', () => {
    const fields = fieldsOf({ properties: { leakFound: { type: 'boolean' } }, required: ['leakFound'] });
    expect(faultsOf(fields, {})).toEqual({ leakFound: 'Needed.' });
    expect(faultsOf(fields, { leakFound: false })).toEqual({});
  });

  it('are at fault where something needed is missing or does not fit, each at its field', () => {
    expect(faultsOf(reread, { reading: 'abc' })).toEqual({ reading: 'A number such as 104.25.', readOn: 'Needed.' });
  });

  it('are whole numbers within their bounds for a count', () => {
    const fields = fieldsOf({ properties: { dogs: { type: 'integer', minimum: 0, maximum: 3 } } });
    expect(faultsOf(fields, { dogs: '4' })).toEqual({ dogs: 'At most 3.' });
    expect(faultsOf(fields, { dogs: 'two' })).toEqual({ dogs: 'A whole number.' });
    expect(valuesOf(fields, { dogs: '3' })).toEqual({ dogs: 3 });
  });
});
