import { z } from 'zod';
import { millis } from '../time/index.ts';

const first = '2000-01-01';
const last = '2199-12-31';
const span = `between ${first} and ${last}`;

/** A day for which the district's figures and calendars can be asked. */
export const day = (title: string) =>
  z.iso
    .date()
    .refine((date) => date >= first && date <= last, span)
    .meta({ title });

/** An instant with offset within the same span. */
export const moment = (title: string) =>
  z.iso
    .datetime({ offset: true })
    .refine((at) => millis(at) >= Date.parse(`${first}T12:00Z`) && millis(at) < Date.parse(`${last}T12:00Z`), span)
    .meta({ title });
