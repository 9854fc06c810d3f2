import { type Instant, instantOf, millis } from '../time/index.ts';
import type { ShutOffVerdict } from './verdict.ts';

/** One condition on the certificate: the rule, what it asks, the fact that meets it, and since when it is met. */
export interface CertifiedCondition {
  readonly rule: string;
  readonly condition: string;
  readonly fact: string;
  readonly metSince: Instant | null;
}

/** What the certificate of compliance for a shut-off order says. */
export interface ComplianceCertificate {
  readonly certifiedAt: Instant;
  readonly approvedBy: readonly string[];
  readonly conditions: readonly CertifiedCondition[];
}

/** The certificate of an order by its verdict. Throws RangeError when a rule is unmet: there is nothing to certify. */
export function complianceCertificate(
  verdict: ShutOffVerdict,
  approvedBy: readonly string[],
  at: Instant,
): ComplianceCertificate {
  if (!verdict.allowed) {
    throw new RangeError(`not lawful: ${verdict.unmet.map(({ rule, text }) => `${rule}: ${text}`).join('; ')}`);
  }
  const conditions = verdict.looked.map(({ rule, says, text, since }) => ({
    rule,
    condition: says,
    fact: text,
    metSince: since ?? null,
  }));
  return { certifiedAt: instantOf(millis(at)), approvedBy, conditions };
}
