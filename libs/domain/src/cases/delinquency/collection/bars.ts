import { isDeemedUnableToPay } from '../../../delinquency/index.ts';
import { laterDay } from '../../../time/index.ts';
import type { Folds } from './fold.ts';

/** What keeps collection off: arrangement, appeal, dispute, extension, health, stays. */
export const barFolds: Folds = {
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
    c.extensionUntil = c.extensionUntil ? laterDay(c.extensionUntil, until) : until;
  },
  'medical-condition-shown': (c, { condition, basis }) => {
    c.shown[condition] = true;
    c.lowIncome ||= basis !== undefined && isDeemedUnableToPay(basis);
  },
  stayed: (c, { kind, until }) => {
    c.stays.push({ kind, ...(until ? { until } : {}) });
  },
  'stay-lifted': (c) => {
    c.stays = [];
  },
};
