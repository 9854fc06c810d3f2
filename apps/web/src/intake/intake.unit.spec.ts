import { describe, expect, it } from '@jest/globals';
import type { Account } from '../api/types.ts';
import { intakeBody, requesterFrom } from './intake.ts';

const account = { name: 'Maria Alvarez', email: 'maria@example.org', phone: null } as Account;

describe('an intake', () => {
  it('takes the requester from the account where nobody has written another', () => {
    expect(requesterFrom(account, {})).toEqual({ name: 'Maria Alvarez', email: 'maria@example.org', phone: '' });
    expect(requesterFrom(account, { name: 'Luis Alvarez' }).name).toBe('Luis Alvarez');
  });

  it('says nothing of an account or a requester that there is none of', () => {
    const body = intakeBody({
      type: 'general-inquiry',
      accountNumber: '',
      subject: { subject: 'Rates' },
      routing: { channel: 'phone', priority: 'normal' },
      requester: {},
      details: {},
    });
    expect(body).toEqual({
      type: 'general-inquiry',
      channel: 'phone',
      priority: 'normal',
      subject: 'Rates',
      details: {},
    });
  });
});
