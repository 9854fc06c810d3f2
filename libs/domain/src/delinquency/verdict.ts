import { type Instant, instantOf, millis } from '../time/index.ts';
import { type CollectionDays, districtDays } from './days.ts';
import type { ShutOffFacts } from './facts.ts';
import { otherRules } from './other-rules.ts';
import { residentialRules } from './residential-rules.ts';
import type { Finding, Ground, Rule, ShutOffRule } from './rule.ts';
import { pathOf } from './scope.ts';
import { shutOffFiguresOn } from './settings.ts';

/** A rule as it was looked at: whether it holds at the instant, and why. */
export interface LookedAt {
  readonly rule: string;
  readonly name: string;
  readonly says: string;
  readonly holds: boolean;
  readonly text: string;
  readonly since?: Instant;
}

export interface UnmetRule {
  readonly rule: string;
  readonly text: string;
}

export interface ShutOffVerdict {
  readonly allowed: boolean;
  /** Every rule that does not hold, not the first alone. */
  readonly unmet: readonly UnmetRule[];
  /** The first instant from the one asked about on at which it is allowed if nothing else happens; null: never. */
  readonly earliest: Instant | null;
  readonly looked: readonly LookedAt[];
}

/** The rules that bind the account, by its use. */
export function shutOffRules({
  service,
  dwelling,
}: Pick<ShutOffFacts, 'service' | 'dwelling'>): readonly ShutOffRule[] {
  return pathOf(service, dwelling) === 'residential' ? residentialRules : otherRules;
}

/** Whether the water may be shut off at an instant, by every rule that binds the account (rule B20). */
export function shutOffVerdict(facts: ShutOffFacts, at: Instant, days: CollectionDays = districtDays): ShutOffVerdict {
  const ground = groundAt(at, days);
  return verdictOf(lookAt(shutOffRules(facts), facts, ground), ground);
}

/** Throws RangeError on text that is no instant, and for a day before any figure was in force. */
export function groundAt(at: Instant, days: CollectionDays): Ground {
  const moment = millis(at);
  const today = days.office.dateAt(moment);
  return { at: moment, today, figures: shutOffFiguresOn(today), days };
}

/** A rule with what it found. */
export interface Found extends Omit<LookedAt, 'holds'> {
  readonly allows: Finding['allows'];
}

export function lookAt<Facts>(rules: readonly Rule<Facts>[], facts: Facts, ground: Ground): Found[] {
  return rules.map((rule) => ({ rule: rule.rule, name: rule.name, says: rule.says, ...rule.find(facts, ground) }));
}

/** What all rules together say at the instant they were looked at. */
export function verdictOf(found: readonly Found[], { at }: Ground): ShutOffVerdict {
  const looked = found.map(({ allows, ...each }) => ({ ...each, holds: allows(at) === at }));
  const unmet = looked.filter((each) => !each.holds).map(({ rule, text }) => ({ rule, text }));
  const earliest = firstCommonMoment(found, at);
  return { allowed: unmet.length === 0, unmet, earliest: earliest === null ? null : instantOf(earliest), looked };
}

/**
 * The first moment that every rule allows. Each rule says its own first one; going on to the latest of them never
 * passes over a common one, so what is reached is the least. Null as soon as one rule never allows.
 */
function firstCommonMoment(findings: readonly Pick<Finding, 'allows'>[], from: number): number | null {
  let moment = from;
  for (;;) {
    let latest = moment;
    for (const { allows } of findings) {
      const next = allows(moment);
      if (next === null) return null;
      latest = Math.max(latest, next);
    }
    if (latest === moment) return moment;
    moment = latest;
  }
}
