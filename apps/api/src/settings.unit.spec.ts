import { describe, expect, it } from '@jest/globals';
import { readSettings } from './settings.ts';

const good = { DATABASE_URL: 'postgres://app:secret@db.example/headgate' };
const production = { ...good, NODE_ENV: 'production', HEADGATE_SECRET: 'x'.repeat(32) };

describe('the settings', () => {
  it('have defaults for all but the database', () => {
    expect(readSettings(good)).toMatchObject({
      HEADGATE_PORT: 3000,
      HEADGATE_HOST: '127.0.0.1',
      NODE_ENV: 'development',
    });
  });

  it('are named when they are wrong, and their values are not shown', () => {
    const read = () => readSettings({ DATABASE_URL: 'mysql://root:hunter2@db', HEADGATE_PORT: '99999' });
    expect(read).toThrow(/DATABASE_URL: .*\nHEADGATE_PORT: |HEADGATE_PORT: [\s\S]*DATABASE_URL: /);
    expect(read).not.toThrow(/hunter2/);
  });

  it('refuse demo users, a missing secret and the default password in production (A49)', () => {
    expect(readSettings(production).NODE_ENV).toBe('production');
    expect(() => readSettings({ ...production, HEADGATE_DEMO: 'true' })).toThrow('HEADGATE_DEMO');
    expect(() => readSettings({ ...production, HEADGATE_SECRET: 'short' })).toThrow('HEADGATE_SECRET');
    expect(() =>
      readSettings({ ...production, DATABASE_URL: 'postgres://headgate_app:headgate_app@db/headgate' }),
    ).toThrow('DATABASE_URL');
  });
});
