import type { Folds } from './fold.ts';
import { beginsAnew } from './notices.ts';

/** The order: who approved it, who was at the meter, and whether the water is off. */
export const orderFolds: Folds = {
  'order-approved': (c, { by, writtenDownBy }) => {
    if (!c.approvedBy.includes(by)) c.approvedBy.push(by);
    c.hands.push(by, ...(writtenDownBy ? [writtenDownBy] : []));
  },
  'order-refused': (c, { on }) => {
    c.refusedOn = on;
  },
  'fields-looked-at': (c, { cropAtRisk, livestockAtRisk }) => {
    Object.assign(c, { fieldsLookedAt: true, fieldsAtRisk: cropAtRisk || livestockAtRisk });
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
  'fee-cancelled': (c) => {
    delete c.fee;
  },
  reconnected: (c, { fee }, { at }) => {
    Object.assign(c, { waterOff: false, restoredAt: at, fee });
    beginsAnew(c);
  },
};
