export * from './accuracy.ts';
export {
  accuracyLimits,
  type FlowName,
  flowNames,
  meterFaultAllowance,
  meterTestFlows,
  testFlow,
} from './accuracy-settings.ts';
export * from './comparison.ts';
export * from './exceptions.ts';
export * from './misread.ts';
export * from './read.ts';
export * from './register.ts';
export * from './size.ts';
export * from './stopped.ts';
export * from './usage.ts';
export * from './use.ts';
