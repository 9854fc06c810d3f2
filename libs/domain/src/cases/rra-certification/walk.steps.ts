import type { EventData, NewEvent } from '../../case/index.ts';
import type { FormValues } from '../../forms/index.ts';
import { decimal } from '../../money/index.ts';
import type { Role } from '../../people/index.ts';
import { type RraCase, refusalOf, usualForm } from './law.steps.ts';

/** One act of anybody's on a day, likely or not; the law may refuse it. */
export type Act = (c: RraCase, on: string) => void;

const hears =
  (kind: string, data: (on: string) => FormValues): Act =>
  (c, on) =>
    void c.hear(kind, data(on), on);
const receives =
  (form: FormValues): Act =>
  (c, on) =>
    void c.receive(on, form);
const works =
  (task: string, outcome: (on: string) => FormValues, role: Role, facts: FormValues = {}): Act =>
  (c, on) =>
    void c.complete(c.handOff(task, on, facts), outcome(on), on, role);

const standard = { form: '7-2180', signatures: [{ signer: 'lh-1' }, { signer: 'lh-2' }] };
const complete = {
  ...standard,
  supplements: ['7-21XS', '7-21FC'],
  excess: [{ parcel: 'P2', acres: '140' }],
  fullCost: [{ parcel: 'P3', acres: '60' }],
};
const turnouts = { parcels: ['P1', 'P2', 'P3'] };

/** An owner of 1,100 acres who leases 60 more, with a spouse: excess land and full-cost land in one case. */
export const everything = {
  westwideAcres: '1160',
  spouse: 'lh-2',
  parcels: ['P1', 'P2', 'P3'],
  holdings: [
    { parcel: 'P1', acres: '960', tenure: 'owned' },
    { parcel: 'P2', acres: '140', tenure: 'owned' },
    { parcel: 'P3', acres: '60', tenure: 'leased' },
  ],
};

export const acts: readonly Act[] = [
  receives(complete),
  receives(complete),
  receives({ ...complete, edition: 2026 }),
  receives({ ...complete, signatures: [{ signer: 'lh-1' }] }),
  receives({ ...complete, signatures: [{ signer: 'lh-1' }, { signer: 'lh-2', manner: 'copied' }] }),
  receives(standard),
  receives({ ...usualForm, form: '7-21VERIFY' }),
  works('completeness-check', () => ({ complete: true }), 'specialist-2'),
  works('completeness-check', () => ({ complete: true }), 'specialist-3'),
  works('completeness-check', () => ({ complete: true }), 'specialist-1'),
  works('completeness-check', () => ({ complete: false, missing: ['page 2'] }), 'specialist-2'),
  works('lock-turnouts', (on) => ({ lockedOn: on }), 'operations', turnouts),
  works('unlock-turnouts', (on) => ({ unlockedOn: on }), 'operations', turnouts),
  works('unlock-turnouts', (on) => ({ unlockedOn: on }), 'operations', { parcels: ['P1'] }),
  works('unlock-turnouts', (on) => ({ unlockedOn: on }), 'operations', { parcels: ['P3'] }),
  works('full-cost-invoice', () => ({ acreFeet: '60', rate: '100.00' }), 'accounting'),
  works('district-designation', () => ({ parcels: [{ parcel: 'P2', acres: '140' }] }), 'technician'),
  hears('full-cost-paid', () => ({ amount: '3000.00' })),
  hears('land-changed', (on) => ({ changedOn: on, inSeason: true })),
  hears('land-changed', (on) => ({ changedOn: on, inSeason: false })),
  hears('first-delivery', (on) => ({ on })),
  hears('water-delivered', (on) => ({ on, parcel: 'P2', acreFeet: '10' })),
  hears('designation-notice', (on) => ({ notifiedOn: on })),
  hears('designation', () => ({ by: 'reclamation', parcels: [{ parcel: 'P2', acres: '140' }] })),
  hears('correction-requested', (on) => ({ requestedOn: on })),
];

/** Does the act where the law allows it. */
export const attempt = (act: Act, c: RraCase, on: string): boolean => refusalOf(() => act(c, on)) === null;

const reviewers: ReadonlySet<string> = new Set(['specialist-2', 'specialist-3', 'supervisor']);

/** What the record must never hold, told by its events alone and by another reckoning than the law's. */
export class Oracle {
  readonly faults: string[] = [];
  private accepted = false;
  private overdue = false;
  private changes: { readonly changedOn: string; readonly formsBy: string | null; holds: boolean }[] = [];
  private logged: EventData['form-logged'] | null = null;
  private excess: readonly string[] = [];
  private fullCost: readonly string[] = [];
  private due: string | null = null;
  private paid = '0.00';
  private readonly assessed = new Set<string>();

  read(events: readonly NewEvent[], held: readonly string[]): void {
    for (const event of events) this.hear(event);
    for (const parcel of ['P1', 'P2', 'P3']) {
      if (this.mustBeHeld(parcel) && !held.includes(parcel)) this.faults.push(`${parcel} is not held`);
    }
  }

  private mustBeHeld(parcel: string): boolean {
    const unpaid = this.due === null || decimal(this.paid).lt(decimal(this.due));
    return (
      !this.accepted ||
      this.overdue ||
      this.changes.some(({ holds }) => holds) ||
      this.excess.includes(parcel) ||
      (this.fullCost.includes(parcel) && unpaid)
    );
  }

  private hear(event: NewEvent): void {
    switch (event.type) {
      case 'form-logged':
        this.logged = event.data;
        return;
      case 'form-returned':
        this.logged = null;
        return this.endChanges(event.at.slice(0, 10));
      case 'form-accepted':
        return this.accept(event.data);
      case 'correction-overdue':
        this.overdue = true;
        return;
      case 'change-reported': {
        const { changedOn, formsBy = null } = event.data;
        this.changes.push({ changedOn, formsBy, holds: formsBy === null });
        return;
      }
      case 'change-clock-ended':
        return this.endChanges(event.data.holdFrom);
      case 'excess-designated':
        this.excess = event.data.parcels.map(({ parcel }) => parcel);
        return;
      case 'full-cost-selected':
        this.fullCost = event.data.parcels.map(({ parcel }) => parcel);
        return;
      case 'full-cost-invoiced':
        this.due = event.data.amount;
        return;
      case 'full-cost-payment':
        this.paid = event.data.paid;
        return;
      case 'parcels-unlocked':
        for (const parcel of event.data.parcels) if (this.mustBeHeld(parcel)) this.faults.push(`${parcel} is unlocked`);
        return;
      case 'assessment-counted':
        return this.count(`${event.data.kind} ${event.data.year}`);
      case 'case-resolved':
        if (event.data.outcome === 'accepted' && !this.accepted) this.faults.push('accepted without a form');
        return;
      default:
        return;
    }
  }

  /** Of every change whose days are over by then: held, unless a standard form that came in time is under review. */
  private endChanges(on: string): void {
    for (const change of this.changes) {
      const { changedOn, formsBy } = change;
      const received = this.logged?.form === '7-21VERIFY' ? undefined : this.logged?.receivedOn;
      const inTime = received !== undefined && changedOn <= received && received <= (formsBy ?? '');
      change.holds ||= formsBy !== null && on > formsBy && !inTime;
    }
  }

  private accept({ by, form, receivedOn }: EventData['form-accepted']): void {
    const wet = this.logged?.signatures.filter(({ manner }) => manner === 'wet').map(({ signer }) => signer) ?? [];
    if (!reviewers.has(by)) this.faults.push(`accepted by ${by}`);
    if (this.logged?.edition !== 2027) this.faults.push('accepted in another edition');
    if (!wet.includes('lh-1') || !wet.includes('lh-2')) this.faults.push('accepted without both signatures');
    this.accepted = true;
    this.overdue = false;
    this.logged = null;
    if (form !== '7-21VERIFY') this.changes = this.changes.filter(({ changedOn }) => changedOn > receivedOn);
  }

  private count(key: string): void {
    if (this.assessed.has(key)) this.faults.push(`assessed twice: ${key}`);
    this.assessed.add(key);
  }
}
