import type { Contact } from '../../../delinquency/index.ts';
import type { Collection } from './collection.ts';
import type { Folds } from './fold.ts';

/** How the customer, occupants, tenants and the landowner were reached. */
export const noticeFolds: Folds = {
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
  'occupant-notice': (c, { messageId, missing }, { at }) => {
    c.mailed.push(messageId);
    c.missing.occupant = missing;
    c.contacts = c.contacts.map((each) => (each.kind === 'written' ? { occupantAt: at, ...each } : each));
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
export function beginsAnew(c: Collection): void {
  mailCameBack(c);
  Object.assign(c, { contacts: [], finalContacts: [], mailFailed: false, fieldsLookedAt: false });
}
