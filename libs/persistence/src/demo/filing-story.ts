import type { TaskState } from '@headgate/domain/case';
import { definitionOf } from '@headgate/domain/cases';
import type { FilingDetails } from '@headgate/domain/land';
import { acreageLimitation } from '@headgate/domain/land';
import { decimal, minOf, plainText } from '@headgate/domain/money';
import type { CivilDate } from '@headgate/domain/time';
import { caseOf } from '../campaign/opening.ts';
import type { PastCase } from './past-case.ts';
import type { Random } from './random.ts';
import type { HappeningToCome, Story } from './story.ts';

export interface Filer {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly account: string | null;
  readonly address: string;
  readonly language: string;
  readonly details: FilingDetails;
}

/** Office hours from the mailing until the form comes in; null for the few who never file. */
type Promptness = number | null;

/** A landholder's year: the form comes in sooner or later, mostly complete, and is checked, accepted or sent back. */
export function filingStory(filer: Filer, opensOn: CivilDate, random: Random): Story {
  const comesAfter = promptness(random);
  const incompleteFirst = random.chance(0.14);
  const shelf = { box: `RRA-${filer.details.formYear}-${random.between(1, 9)}`, shelf: String(random.between(1, 40)) };
  const { type, subject, requester, details, channel } = caseOf(filer);
  let formsPlanned = 0;
  return {
    opensOn,
    accountNumber: filer.account,
    channel,
    intake: { type, subject, requester, details },
    quiet: true,
    withdrawn: false,
    outcome: (task) => (task.kind === 'completeness-check' ? checked(task, shelf) : null),
    happening(kind, past) {
      if (kind === 'full-cost-paid') return payment(past);
      if (kind !== 'form-received' || comesAfter === null || formsPlanned > formsLogged(past)) return null;
      if (accepted(past)) return null;
      formsPlanned += 1;
      const incomplete = incompleteFirst && formsPlanned === 1;
      return { afterHours: formsPlanned === 1 ? comesAfter : 40, data: paper(filer.details, incomplete) };
    },
  };
}

function promptness(random: Random): Promptness {
  const when = random.weighted({ soon: 0.3, winter: 0.38, spring: 0.24, late: 0.06, never: 0.02 });
  const hours = { soon: [20, 110], winter: [120, 420], spring: [430, 700], late: [720, 1_000], never: null }[when];
  return hours === null ? null : random.between(hours[0] as number, hours[1] as number);
}

const formsLogged = ({ events }: PastCase): number => events.filter(({ type }) => type === 'form-logged').length;
const accepted = ({ events }: PastCase): boolean => events.some(({ type }) => type === 'form-accepted');

function checked({ facts }: TaskState, shelf: object) {
  const usual = definitionOf('rra-certification')?.tasks['completeness-check']?.defaultOutcome(facts, '');
  return usual?.complete ? { ...usual, ...shelf } : (usual ?? null);
}

/** The form as it comes in: signed by everybody, with the supplements that the land asks for; or not quite. */
function paper(details: FilingDetails, incomplete: boolean) {
  const signers = [...(details.signers ?? [details.landholder]), ...(details.spouse ? [details.spouse] : [])];
  const { excess, fullCost } = designations(details);
  const supplements = [...(excess.length > 0 ? ['7-21XS'] : []), ...(fullCost.length > 0 ? ['7-21FC'] : [])];
  return {
    form: supplements.length > 0 && details.verificationAllowed ? standardOf(details) : details.forms[0],
    edition: details.formYear,
    signatures: signers.map((signer, at) => ({
      signer,
      manner: incomplete && at === signers.length - 1 ? 'copied' : 'wet',
    })),
    ...(supplements.length > 0 ? { supplements } : {}),
    ...(excess.length > 0 ? { excess } : {}),
    ...(fullCost.length > 0 ? { fullCost } : {}),
  };
}

/** Where land is to be designated or selected, a verification says too little. */
function standardOf({ holder, recipientKind }: FilingDetails): string {
  const reporting = recipientKind === 'prior-law';
  switch (holder) {
    case 'individual':
      return reporting ? '7-2190' : '7-2180';
    case 'entity':
      return reporting ? '7-2191' : '7-2181';
    case 'religious':
      return reporting ? '7-2194' : '7-2184';
    case 'trust':
      return '7-21TRUST';
    case 'public-entity':
      return '7-21PE';
    case 'farm-operator':
      return '7-21FARMOP';
    default:
      return holder satisfies never;
  }
}

/** The last parcels first: so much of each as the acres to be named still are. */
function designations({ recipientKind, receivedWaterBy1981, priorLaw, holdings, formYear }: FilingDetails) {
  const recipient = {
    kind: recipientKind,
    ...(receivedWaterBy1981 && { receivedWaterBy1981 }),
    ...(priorLaw && { priorLaw }),
  };
  const { excess, fullCost } = acreageLimitation(recipient, holdings, `${formYear}-01-01`);
  const owned = holdings.filter(({ tenure }) => tenure === 'owned').toReversed();
  return { excess: named(owned, excess), fullCost: named(holdings.toReversed(), fullCost) };
}

function named(holdings: readonly { parcel: string; acres: string }[], acres: ReturnType<typeof decimal>) {
  let left = acres;
  const parcels: { parcel: string; acres: string }[] = [];
  for (const holding of holdings) {
    if (left.lte(0)) break;
    const part = minOf(left, decimal(holding.acres));
    parcels.push({ parcel: holding.parcel, acres: plainText(part) });
    left = left.minus(part);
  }
  return parcels;
}

/** What is invoiced is paid within some weeks. */
function payment({ events }: PastCase): HappeningToCome | null {
  const invoiced = events.find(({ type }) => type === 'full-cost-invoiced');
  const paid = events.some(({ type }) => type === 'full-cost-payment');
  if (!invoiced || paid) return null;
  return { afterHours: 60, data: { amount: (invoiced.data as { amount: string }).amount } };
}
