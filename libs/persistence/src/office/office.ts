import { type CalendarDefinition, calendarBook } from '@headgate/domain/calendar';
import type { Office } from '@headgate/domain/case';
import { definitionOf } from '@headgate/domain/cases';
import type { Person } from '@headgate/domain/people';
import { clockBook, type ServicePolicy } from '@headgate/domain/sla';
import { millis } from '@headgate/domain/time';
import type { Orm } from '../connection.ts';
import { CalendarVersion, PolicyVersion, StaffRow } from '../schema/index.ts';
import { absences, type StaffAbsence } from '../staff/index.ts';

const FRESH_FOR_MS = 2_000;

/** The office as the database has it: staff, policies and calendars, looked at anew every few seconds. */
export class OfficeSource {
  private readonly orm: Orm;
  private office: Promise<Office> | null = null;
  private loadedAt = 0;
  private known = { key: '', office: null as Office | null };

  constructor(orm: Orm) {
    this.orm = orm;
  }

  /**
   * The office as last read; when that is a while ago it is read anew meanwhile. Who asks within a transaction never
   * waits for a second connection: transactions that wait so for one another would hold the whole pool.
   */
  async current(): Promise<Office> {
    const age = performance.now() - this.loadedAt;
    if (this.office && age <= FRESH_FOR_MS) return await this.office;
    this.loadedAt = performance.now();
    const last = this.office;
    const next = this.load();
    if (!last || age === Number.POSITIVE_INFINITY) {
      this.office = next;
      next.catch(() => {
        if (this.office === next) this.office = last;
      });
      return await next;
    }
    next.then(
      () => {
        this.office = next;
      },
      () => undefined,
    );
    return await last;
  }

  /** Forgets what was read, so that the next decision sees a change just made. */
  refresh(): void {
    this.loadedAt = Number.NEGATIVE_INFINITY;
  }

  private async load(): Promise<Office> {
    const em = this.orm.em.fork();
    const [staff, away, policies, calendars] = await Promise.all([
      em.find(StaffRow, { active: true }),
      absences(em.getKysely<unknown>()),
      em.find(PolicyVersion, {}, { orderBy: { name: 'asc', version: 'asc' } }),
      em.find(CalendarVersion, {}, { orderBy: { name: 'asc', version: 'asc' } }),
    ]);
    const key = JSON.stringify([staff, away, policies, calendars]);
    if (this.known.office && this.known.key === key) return this.known.office;
    const office = officeOf(
      staff.map(({ username, name, role, queue, leads, email }) => ({
        username,
        name,
        role,
        queue,
        email,
        ...(leads ? { leads } : {}),
        ...absenceOf(away, username),
      })),
      policies.map((row) => row.definition as ServicePolicy),
      calendars.map((row) => row.definition as CalendarDefinition),
    );
    this.known = { key, office };
    return office;
  }
}

function absenceOf(away: readonly StaffAbsence[], username: string): Pick<Person, 'absence'> {
  const found = away.find((each) => each.username === username);
  return found ? { absence: { from: found.from, until: found.until, deputy: found.deputy } } : {};
}

export function officeOf(
  people: readonly Person[],
  policies: readonly ServicePolicy[],
  calendars: readonly CalendarDefinition[],
): Office {
  const book = clockBook(policies, calendarBook(calendars));
  return {
    people,
    book,
    definition: definitionOf,
    policyAt(name, now) {
      const inForce = policies.filter((policy) => policy.name === name && millis(policy.from) <= millis(now)).at(-1);
      return inForce ?? book.policy(name);
    },
  };
}
