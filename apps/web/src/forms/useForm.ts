import { useState } from 'react';
import { byField, Problem } from '../api/problem.ts';
import type { Field } from './fields.ts';
import { type Entries, type Entry, faultsOf, valuesOf } from './values.ts';

export interface FormState {
  readonly fields: readonly Field[];
  readonly entries: Entries;
  readonly faults: Readonly<Record<string, string>>;
  /** What the API refused that belongs to no field. */
  readonly refusals: readonly string[];
  set(name: string, entry: Entry | undefined): void;
  /** The values to send, or null when something has to be mended first. */
  check(): Record<string, unknown> | null;
  refuse(error: unknown): void;
}

/** The state of a form made of `fields`. A refusal keeps every entry and is shown at its field. */
export function useForm(fields: readonly Field[], initial: Entries = {}): FormState {
  const [entries, setEntries] = useState<Entries>(initial);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [refusals, setRefusals] = useState<string[]>([]);
  return {
    fields,
    entries,
    faults,
    refusals,
    set: (name, entry) => {
      setEntries((before) => ({ ...before, [name]: entry }));
      setFaults(({ [name]: _mended, ...others }) => others);
    },
    check: () => {
      const found = faultsOf(fields, entries);
      setFaults(found);
      setRefusals([]);
      if (Object.keys(found).length === 0) return valuesOf(fields, entries);
      focusFirstFault();
      return null;
    },
    refuse: (error) => {
      const problem = error instanceof Problem ? error : new Problem(0, { detail: String(error) });
      const told = byField(
        problem,
        fields.map((field) => field.name),
      );
      setFaults(told.fields);
      setRefusals(told.rest);
      focusFirstFault();
    },
  };
}

/** Takes the keyboard to what has to be mended, once it is marked. */
function focusFirstFault(): void {
  setTimeout(() => document.querySelector<HTMLElement>('[aria-invalid="true"], [data-fault] input')?.focus(), 0);
}
