import type { Campaign, HeldParcel } from '../api/rra.ts';
import type { Named } from '../api/types.ts';
import type { BoardPart } from '../board/figures.ts';
import { counted, humanise, sentenceCase } from '../words/humanise.ts';

/** How far the opening is, in hundredths; a campaign without anybody to open for is done. */
export function percentOf(done: number, all: number): number {
  if (all === 0) return 100;
  return Math.min(100, Math.floor((done / all) * 100));
}

/** `45 s`, `4 min`, `1 h 20 min`. */
export function duration(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** What the campaign does now, as the office says it. */
export function stateInWords({ state, planned, opened, perSecond, secondsLeft, fault }: Campaign): string {
  switch (state) {
    case 'planning':
      return 'The register is being looked through for who must file.';
    case 'opening': {
      const pace = perSecond === null ? '' : `, ${perSecond} a second`;
      const left = secondsLeft === null ? '' : `; the rest takes about ${duration(secondsLeft)}`;
      return `Opening ${counted(planned - opened, 'more case')}${pace}${left}.`;
    }
    case 'stopped':
      return `${sentenceCase(fault ?? 'a fault in the register')}. Put it right, then start the campaign again.`;
    case 'collecting':
      return 'Every case is open; the forms come in.';
    case 'ended':
      return 'The year’s forms are out of use.';
    default:
      return state satisfies never;
  }
}

/** The counts with the lists behind them. */
export function partsOfCampaign({ byStatus, byStage }: Campaign, stages: readonly Named[] = []): BoardPart[] {
  const named = (figures: Campaign['byStatus'], titles: readonly Named[] = []) =>
    Object.entries(figures).map(([name, { value, query }]) => ({
      title: titles.find((each) => each.name === name)?.title ?? humanise(name),
      value,
      query: query ?? null,
      before: null,
    }));
  return [
    { title: 'Cases by status', figures: named(byStatus) },
    { title: 'Open cases by stage', figures: named(byStage, stages) },
  ].filter(({ figures }) => figures.length > 0);
}

const reasons: Readonly<Record<string, string>> = {
  A20: 'form not accepted',
  F16: 'form not accepted',
  A5: 'excess land',
  A6: 'full cost not paid',
  A21: 'change not reported',
  F18: 'change not reported',
  A26: 'serviced by its former owner',
  A31: 'correction overdue',
};

/** Why a landholder's case holds a parcel: `form not accepted (A20, F16)`. */
export function holdInWords({ rules }: HeldParcel['heldFor'][number]): string {
  const words = [...new Set(rules.map((rule) => reasons[rule] ?? 'held'))];
  return words
    .map((word) => `${word} (${rules.filter((rule) => (reasons[rule] ?? 'held') === word).join(', ')})`)
    .join('; ');
}

/** The form year that a campaign started today would be for: next year's from November on. */
export function yearToStart(today: string): number {
  const year = Number(today.slice(0, 4));
  return today.slice(5, 7) >= '11' ? year + 1 : year;
}
