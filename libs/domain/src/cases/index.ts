import type { CaseDefinition } from '../case/index.ts';
import { delinquency } from './delinquency/definition.ts';
import { highConsumption } from './high-consumption/definition.ts';
import { newService } from './new-service/definition.ts';
import { rraCertification } from './rra-certification/definition.ts';

/** Every case type, one line each. */
export const definitions: readonly CaseDefinition[] = [highConsumption, delinquency, newService, rraCertification];

const byType = new Map(definitions.map((definition) => [definition.type, definition]));

export const definitionOf = (type: string): CaseDefinition | null => byType.get(type) ?? null;
