import { type Draft, type NewEvent, takePlace } from '../../case/index.ts';
import { missingLanguages } from '../../delinquency/index.ts';
import { collectionOf } from './collection/index.ts';
import { debtOf, lawPathOf } from './intake.ts';
import { type CollectionLaw, today } from './law.ts';

type Mailed = (draft: Draft, notice: { messageId: string; missing: readonly string[] }) => void;
type Notices = Readonly<Record<string, Mailed>>;

/** The owner of the land hears of the lien, whoever drinks from the turnout (rules B22, F12). */
const toOwners: Notices = {
  'lien-notice': (draft, { messageId }) =>
    draft.emit('lien-owner-told', { messageId, on: today(draft.moment), rules: ['F12', 'B22'] }),
};

/** What a letter is to the law of dwellings once it is on its way on paper. */
const toDwellings: Notices = {
  ...toOwners,
  'written-notice': (draft, notice) => draft.emit('written-notice', { ...notice, to: 'customer', rules: ['B5', 'B7'] }),
  'occupant-notice': (draft, notice) => draft.emit('occupant-notice', { ...notice, rules: ['B7'] }),
  'tenant-notice': (draft, notice) => draft.emit('tenant-notice', { ...notice, rules: ['B13', 'B15'] }),
  'ten-day-notice': (draft, notice) => draft.emit('ten-day-notice-mailed', { ...notice, rules: ['B18', 'F2'] }),
  'cure-notice': (draft, notice) => draft.emit('cure-notice', { ...notice, rules: ['F9'] }),
};

/** And to the law of all other service; the notices of one law are none under the other (rule F4). */
const toOthers: Notices = {
  ...toOwners,
  'irrigation-notice': (draft, notice) => draft.emit('written-notice', { ...notice, to: 'customer', rules: ['F12'] }),
  'landowner-notice': (draft, notice) => draft.emit('written-notice', { ...notice, to: 'landowner', rules: ['F12'] }),
};

export function mailNotice(draft: Draft, { data }: NewEvent<'message-queued'>, law: CollectionLaw): void {
  const [type, letter = ''] = data.template.split('/');
  if (type !== draft.definition.type || data.channel !== 'letter') return;
  const residential = lawPathOf(debtOf(draft.state)) === 'residential';
  const missing = residential ? missingLanguages(law.languagesOf(letter), today(draft.moment)) : [];
  (residential ? toDwellings : toOthers)[letter]?.(draft, { messageId: data.messageId, missing });
  if (firstNotices.has(letter) && !draft.state.acknowledgedAt) draft.emit('acknowledged', { how: 'letter' });
}

/** With its first notice the office has told the customer that it has taken up the matter. */
const firstNotices: ReadonlySet<string> = new Set(['written-notice', 'irrigation-notice']);

/** A notice that could not be sent is mail that came back: it was not given (rule F14). */
export function noticeNotSent(draft: Draft, event: NewEvent<'message-failed'>): void {
  if (collectionOf(draft.state).mailed.includes(event.data.messageId)) takePlace(draft, 'mail-returned', {});
}
