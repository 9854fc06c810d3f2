import { type CalendarDefinition, compileCalendar } from '@headgate/domain/calendar';
import { allSettings, type DatedSetting } from '@headgate/domain/settings';
import { type LintContext, lintPolicy, lintRules, type ServicePolicy } from '@headgate/domain/sla';
import { dayMs, type Instant, millis } from '@headgate/domain/time';
import type { KeptVersion } from '@headgate/persistence';

const byName = <V extends { name: string }>(versions: readonly V[]): [V, ...V[]][] =>
  [...Map.groupBy(versions, ({ name }) => name).values()] as [V, ...V[]][];

export function policiesShown(versions: readonly KeptVersion<ServicePolicy>[]) {
  return byName(versions).map((all) => ({
    ...(all.at(-1) as (typeof all)[0]).definition,
    versions: all.map(({ definition }) => definition),
  }));
}

/** What the linter has to say of the newest version of each policy and calendar. */
export function findingsShown(
  policies: readonly KeptVersion<ServicePolicy>[],
  calendars: readonly KeptVersion<CalendarDefinition>[],
  context: LintContext,
) {
  const ofPolicies = byName(policies).flatMap((all) => {
    const { name, definition } = all.at(-1) as (typeof all)[0];
    return lintPolicy(definition, context).map((finding) => ({ of: 'policy', name, ...finding }));
  });
  const ofCalendars = byName(calendars).flatMap((all) => {
    const { name, definition } = all.at(-1) as (typeof all)[0];
    const rules = definition.versions.at(-1) ?? definition.versions[0];
    return lintRules(rules).map((finding) => ({ of: 'calendar', name, ...finding }));
  });
  return [...ofPolicies, ...ofCalendars];
}

const SHOWN_DAYS = 730;

/** Calendars with their rules now, and the days off of the two years around. */
export function calendarsShown(versions: readonly KeptVersion<CalendarDefinition>[], now: Instant) {
  return byName(versions).map((all) => {
    const { name, version, from, definition } = all.at(-1) as (typeof all)[0];
    const inForce =
      definition.versions.findLast((rules) => !rules.from || millis(rules.from) <= millis(now)) ??
      definition.versions[0];
    const compiled = compileCalendar(definition);
    const begin = Date.UTC(new Date(now).getUTCFullYear(), 0, 1, 12);
    const holidays = compiled
      .daysOff(begin, begin + SHOWN_DAYS * dayMs)
      .map((off) => ({ date: compiled.dateAt(off.from), name: off.name }));
    return {
      name,
      version,
      from,
      timeZone: inForce.timeZone,
      hours: inForce.hours,
      holidays,
      rules: inForce,
      versions: definition.versions,
    };
  });
}

/** Every figure with the version that was declared last in front. */
export function ratesShown() {
  return allSettings().map(({ name, versions }) => {
    const shown = versions.map(rateShown);
    return { name, ...shown.at(-1), versions: shown };
  });
}

function rateShown({ value, unit, from, to, rule, source, confirmed }: DatedSetting) {
  return { value, unit: unit ?? null, from, to: to ?? null, rule, source, confirmed };
}
