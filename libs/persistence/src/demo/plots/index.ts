import type { Plot } from '../story.ts';
import { highConsumptionPlot } from './high-consumption.ts';
import { newServicePlot } from './new-service.ts';

/** The case types that the demo district tells of, one line each. */
export const plots: readonly Plot[] = [highConsumptionPlot, newServicePlot];
