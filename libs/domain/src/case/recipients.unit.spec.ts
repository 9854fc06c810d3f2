import { describe, expect, it } from '@jest/globals';
import type { Person } from '../people/index.ts';
import type { Recipient } from '../sla/index.ts';
import { type AtWork, recipient } from './recipients.ts';
import { monday, staff } from './trial-case.steps.ts';

const away = (deputies: Readonly<Record<string, string | null>>): Person[] =>
  staff.map((person) =>
    person.username in deputies
      ? {
          ...person,
          absence: { from: monday('09:00'), until: monday('17:00'), deputy: deputies[person.username] ?? null },
        }
      : person,
  );

const told = (role: Recipient, people: readonly Person[], more: Partial<AtWork> = {}) =>
  recipient(role, { people, now: monday('12:00'), assignee: 'ana', queue: 'customer-service', ...more })?.username;

describe('whom a rung tells', () => {
  it('is who has the work, who leads and who heads the department, the supervisor and the manager', () => {
    const roles = ['assignee', 'lead', 'deputy', 'department-head', 'supervisor', 'manager'] as const;
    expect(roles.map((role) => told(role, staff))).toEqual(['ana', 'carmen', 'carmen', 'dana', 'dana', 'iris']);
    const crew = { queue: 'operations', assignee: null } as const;
    expect(roles.map((role) => told(role, staff, crew))).toEqual(['eli', 'eli', 'eli', 'eli', 'dana', 'iris']);
  });

  it('is the deputy of who is away, and the deputy’s deputy when both are', () => {
    expect(told('assignee', away({ ana: 'eli' }))).toBe('eli');
    expect(told('deputy', away({ carmen: 'ana' }))).toBe('ana');
    expect(told('lead', away({ carmen: 'ana', ana: 'eli' }))).toBe('eli');
  });

  it('is the next one up where nobody stands in, so that somebody always hears', () => {
    expect(told('assignee', away({ ana: null }))).toBe('carmen');
    expect(told('lead', away({ carmen: null }))).toBe('dana');
    expect(told('department-head', away({ dana: null }))).toBe('iris');
    expect(told('supervisor', away({ dana: 'carmen', carmen: 'dana' }))).toBe('iris');
    expect(told('manager', away({ iris: null }))).toBe('iris');
  });

  it('changes at the first and the last instant of an absence', () => {
    const people = away({ carmen: 'ana' });
    expect(told('lead', people, { now: '2027-04-05T08:59:59.999-07:00' })).toBe('carmen');
    expect(told('lead', people, { now: monday('09:00') })).toBe('ana');
    expect(told('lead', people, { now: '2027-04-05T16:59:59.999-07:00' })).toBe('ana');
    expect(told('lead', people, { now: monday('17:00') })).toBe('carmen');
  });
});
