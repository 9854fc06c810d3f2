import type { CivilDate } from '../time/index.ts';

/**
 * One figure of law, practice or board policy, as it holds from a day on.
 * `rule` is its number in the district's rule book, `source` the citation, and `confirmed` says whether
 * counsel has confirmed it: an unconfirmed figure works, and is shown as unconfirmed.
 */
export interface DatedSetting<T = unknown> {
  readonly name: string;
  readonly value: T;
  readonly unit?: string;
  readonly from: CivilDate;
  readonly to?: CivilDate;
  readonly rule: string;
  readonly source: string;
  readonly confirmed: boolean;
}

/** The figures of one name in time; `on` gives the version in force that day. */
export interface Setting<T> {
  readonly name: string;
  readonly versions: readonly DatedSetting<T>[];
  on(date: CivilDate): T;
}

type Version<T> = Omit<DatedSetting<T>, 'name'>;

const book = new Map<string, Setting<unknown>>();

/** Declares a figure with its versions, oldest first. Throws Error on a second declaration of a name. */
export function setting<T>(name: string, ...versions: [Version<T>, ...Version<T>[]]): Setting<T> {
  if (book.has(name)) throw new Error(`setting ${name} is declared twice`);
  const dated = versions.map((version) => ({ name, ...version }));
  const declared: Setting<T> = { name, versions: dated, on: (date) => versionOn(name, dated, date).value };
  book.set(name, declared as Setting<unknown>);
  return declared;
}

/** Every declared figure, for the administration screen. */
export function allSettings(): readonly Setting<unknown>[] {
  return [...book.values()];
}

function versionOn<T>(name: string, versions: readonly DatedSetting<T>[], date: CivilDate): DatedSetting<T> {
  const inForce = versions.findLast((version) => version.from <= date && (!version.to || date <= version.to));
  if (!inForce) throw new RangeError(`no ${name} is in force on ${date}`);
  return inForce;
}
