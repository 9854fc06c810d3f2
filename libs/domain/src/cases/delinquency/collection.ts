import type { CaseState, EventData, EventType, NewEvent } from '../../case/index.ts';
import type { Contact, FieldEnding, FinalContact, Instalment, Medical, Stay } from '../../delinquency/index.ts';
import type { Money } from '../../money/index.ts';
import type { CivilDate, Instant } from '../../time/index.ts';
import './events.ts';

/** An order that is in force: issued, and neither withdrawn nor carried out. */
export interface LiveOrder {
  readonly taskId: string;
  readonly approvedBy: readonly string[];
  readonly issuedAt: Instant;
  readonly expiresAt: Instant;
  checkedAt?: Instant;
  releaseCode?: string;
}

interface AgreedArrangement {
  readonly on: CivilDate;
  readonly instalments: readonly Instalment[];
  readonly payments: Instalment[];
  brokenSince: CivilDate[];
  cureNoticeAt?: Instant;
  finalPostedAt?: Instant;
}

type Notices = 'written' | 'occupant' | 'tenant' | 'ten-day' | 'cure';

/** All that the record tells about the collection of one debt. */
export interface Collection {
  contacts: Contact[];
  finalContacts: FinalContact[];
  noticeMailedAt?: Instant;
  tenantNoticeAt?: Instant;
  ownerNoticeAt?: Instant;
  mailed: string[];
  missing: Partial<Record<Notices, readonly string[]>>;
  failedOn?: CivilDate;
  mailFailed: boolean;
  /** A returned payment stands with a minus. */
  payments: Instalment[];
  appealPending: boolean;
  appealUpheld: boolean;
  disputePending: boolean;
  extensionUntil?: CivilDate;
  shown: { -readonly [K in keyof Medical]: boolean };
  arrangementOffered: boolean;
  arrangement?: AgreedArrangement;
  stay?: Stay;
  paymentsThrough: Instant | null;
  approvedBy: string[];
  refusedOn?: CivilDate;
  fieldsLookedAt: boolean;
  order?: LiveOrder;
  lastVisit?: { readonly ending: FieldEnding; readonly on: CivilDate };
  tenantsFound: boolean;
  waterOff: boolean;
  everOff: boolean;
  offAt?: Instant;
  wrongful: boolean;
  refused: boolean;
  lien: {
    tiedOut?: Money;
    tiedOutOn?: CivilDate;
    ownerToldOn?: CivilDate;
    resolvedOn?: CivilDate;
    listedOn?: CivilDate;
    released?: boolean;
  };
}

/** Folds the case's own events: what the office did, what it heard, and what became of the order. */
export function collectionOf({ own }: Pick<CaseState, 'own'>): Collection {
  const collection = begun();
  for (const event of own) {
    const apply = folding[event.type] as Fold<EventType> | undefined;
    apply?.(collection, event.data as never, event as never);
    if (reopensGate.has(event.type)) collection.approvedBy = [];
  }
  return collection;
}

function begun(): Collection {
  return {
    contacts: [],
    finalContacts: [],
    mailed: [],
    missing: {},
    mailFailed: false,
    payments: [],
    appealPending: false,
    appealUpheld: false,
    disputePending: false,
    shown: { certificate: false, unableToPay: false, willingToArrange: false },
    arrangementOffered: false,
    paymentsThrough: null,
    approvedBy: [],
    fieldsLookedAt: false,
    tenantsFound: false,
    waterOff: false,
    everOff: false,
    wrongful: false,
    refused: false,
    lien: {},
  };
}

/** What was approved before one of these is approved no more. */
const reopensGate: ReadonlySet<EventType> = new Set<EventType>([
  'approvals-void',
  'notice-failed',
  'payment-applied',
  'payment-reversed',
  'arrangement-agreed',
  'arrangement-broken',
  'appeal-opened',
  'appeal-decided',
  'dispute-opened',
  'extension-granted',
  'medical-condition-shown',
  'stayed',
  'order-refused',
  'shut-off-withdrawn',
  'shut-off-carried-out',
  'visit-ended',
]);

type Fold<T extends EventType> = (collection: Collection, data: EventData[T], event: NewEvent<T>) => void;

const folding: { [T in EventType]?: Fold<T> } = {
  'phone-contact': (c, { reached, offersMade }, { at }) => {
    c.contacts.push({ kind: 'phone', at, reached: reached && offersMade });
  },
  'visit-made': (c, _data, { at }) => {
    c.contacts.push({ kind: 'visit', at });
  },
  'written-notice': (c, { to, messageId, missing }, { at }) => {
    c.mailed.push(messageId);
    if (to === 'landowner') c.ownerNoticeAt = at;
    else c.contacts.push({ kind: 'written', at });
    if (to === 'customer') c.missing.written = missing;
  },
  'occupant-notice': (c, { messageId, missing }) => {
    c.mailed.push(messageId);
    c.missing.occupant = missing;
    c.contacts = c.contacts.map((each) => (each.kind === 'written' ? { ...each, occupantToo: true } : each));
  },
  'tenant-notice': (c, { messageId, missing }, { at }) => {
    c.mailed.push(messageId);
    c.missing.tenant = missing;
    c.tenantNoticeAt = at;
  },
  'ten-day-notice-mailed': (c, { messageId, missing }, { at }) => {
    c.mailed.push(messageId);
    c.missing['ten-day'] = missing;
    c.noticeMailedAt = at;
  },
  'cure-notice': (c, { messageId, missing }, { at }) => {
    c.mailed.push(messageId);
    c.missing.cure = missing;
    if (c.arrangement) c.arrangement.cureNoticeAt = at;
  },
  'notice-failed': (c, { failure, on }) => {
    c.failedOn = on;
    if (failure === 'mail-returned') mailCameBack(c);
    else notReached(c, 'phone');
  },
  'final-contact': (c, { kind }, { at }) => {
    c.finalContacts.push({ kind, at });
  },
  'final-notice-posted': (c, _data, { at }) => {
    if (c.arrangement) c.arrangement.finalPostedAt = at;
  },
  'payment-applied': (c, { amount, on }) => {
    c.payments.push({ amount, on });
    c.arrangement?.payments.push({ amount, on });
  },
  'payment-reversed': (c, { amount, on }) => {
    c.payments.push({ amount: `-${amount}`, on });
    c.arrangement?.payments.push({ amount: `-${amount}`, on });
    beginsAnew(c);
  },
  'arrangement-offered': (c) => {
    c.arrangementOffered = true;
  },
  'arrangement-agreed': (c, { on, instalments }) => {
    c.arrangement = { on, instalments, payments: [], brokenSince: [] };
  },
  'arrangement-broken': (c, { since }) => {
    c.arrangement?.brokenSince.push(since);
    c.shown.willingToArrange = false;
  },
  'appeal-opened': (c) => {
    c.appealPending = true;
  },
  'appeal-decided': (c, { upheld }) => {
    c.appealPending = false;
    c.appealUpheld ||= upheld;
  },
  'dispute-opened': (c) => {
    c.disputePending = true;
  },
  'dispute-closed': (c) => {
    c.disputePending = false;
  },
  'extension-granted': (c, { until }) => {
    c.extensionUntil = until;
  },
  'medical-condition-shown': (c, { condition }) => {
    c.shown[condition] = true;
  },
  stayed: (c, { kind, until }) => {
    c.stay = { kind, ...(until ? { until } : {}) };
  },
  'stay-lifted': (c) => {
    delete c.stay;
  },
  'payments-confirmed': (c, { through }) => {
    c.paymentsThrough = through;
  },
  'order-approved': (c, { by }) => {
    if (!c.approvedBy.includes(by)) c.approvedBy.push(by);
  },
  'order-refused': (c, { on }) => {
    c.refusedOn = on;
  },
  'fields-looked-at': (c) => {
    c.fieldsLookedAt = true;
  },
  'shut-off-ordered': (c, { taskId, approvedBy, expiresAt }, { at }) => {
    c.order = { taskId, approvedBy, issuedAt: at, expiresAt };
  },
  'crew-checked': (c, _data, { at }) => {
    if (c.order) c.order.checkedAt = at;
  },
  'release-code-given': (c, { code }) => {
    if (c.order) c.order.releaseCode = code;
  },
  'shut-off-withdrawn': (c) => {
    delete c.order;
  },
  'visit-ended': (c, { ending, on }) => {
    delete c.order;
    c.lastVisit = { ending, on };
    c.tenantsFound ||= ending === 'occupant-is-tenant';
    c.fieldsLookedAt = false;
  },
  'shut-off-carried-out': (c, _data, { at }) => {
    delete c.order;
    Object.assign(c, { waterOff: true, everOff: true, offAt: at, fieldsLookedAt: false });
  },
  'shut-off-was-wrongful': (c) => {
    c.wrongful = true;
  },
  reconnected: (c) => {
    c.waterOff = false;
    beginsAnew(c);
  },
  'water-refused': (c) => {
    c.refused = true;
  },
  'water-accepted': (c) => {
    c.refused = false;
  },
  'lien-tied-out': (c, { amount, on }) => {
    Object.assign(c.lien, { tiedOut: amount, tiedOutOn: on });
  },
  'lien-owner-told': (c, { on }) => {
    c.lien.ownerToldOn = on;
  },
  'lien-resolved': (c, { on }) => {
    c.lien.resolvedOn = on;
  },
  'lien-listed': (c, { on }) => {
    c.lien.listedOn = on;
  },
  'lien-released': (c) => {
    c.lien.released = true;
  },
};

/** Returned mail takes away every notice that was written (rule F14). */
function mailCameBack(c: Collection): void {
  notReached(c, 'written');
  c.mailFailed = true;
  c.mailed = [];
  c.missing = {};
  delete c.noticeMailedAt;
  delete c.tenantNoticeAt;
  delete c.ownerNoticeAt;
  if (c.arrangement) delete c.arrangement.cureNoticeAt;
}

function notReached(c: Collection, kind: Contact['kind']): void {
  c.contacts = c.contacts.map((each) => (each.kind === kind ? { ...each, reached: false } : each));
}

/** A case that a returned payment revives, or that shuts off again, begins at a new notice (rule F9). */
function beginsAnew(c: Collection): void {
  mailCameBack(c);
  Object.assign(c, { contacts: [], finalContacts: [], mailFailed: false, fieldsLookedAt: false });
}
