export * from './amortization.ts';
export * from './approvers.ts';
export * from './arrangement-keeping.ts';
export * from './certificate.ts';
export {
  businessDayAfter,
  type CollectionDays,
  dayOff,
  districtDays,
  isBusinessDay,
  nextShutOffMoment,
  timelyThrough,
} from './days.ts';
export * from './facts.ts';
export * from './field-endings.ts';
export * from './hardship.ts';
export * from './languages.ts';
export * from './late-charges.ts';
export { type ChargedService, chargedServices, type LateChargePolicy } from './late-charges-settings.ts';
export * from './lien.ts';
export * from './notices.ts';
export * from './order.ts';
export { otherRules } from './other-rules.ts';
export * from './reconnection.ts';
export * from './replan.ts';
export { residentialRules } from './residential-rules.ts';
export * from './review.ts';
export type { Finding, Ground, Rule, ShutOffRule } from './rule.ts';
export * from './scope.ts';
export { type ShutOffFigures, shutOffFiguresOn } from './settings.ts';
export * from './verdict.ts';
export * from './yearly-report.ts';
