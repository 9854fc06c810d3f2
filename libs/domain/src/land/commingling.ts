import { type Decimal, decimal, sum } from '../money/index.ts';

export interface WaterSource {
  readonly name: string;
  readonly project: boolean;
  readonly acreFeet: string;
}

/**
 * Acre-feet of a delivery that are under acreage limitation where project and other water mix (A17): in non-federal
 * facilities only the project's part of the mix, in federally funded ones all of it.
 */
export function limitedAcreFeet(delivered: string, mix: readonly WaterSource[], federalFacilities: boolean): Decimal {
  const all = sum(mix.map(({ acreFeet }) => acreFeet));
  const project = sum(mix.filter((source) => source.project).map(({ acreFeet }) => acreFeet));
  if (project.isZero()) return project;
  return federalFacilities ? decimal(delivered) : decimal(delivered).times(project).div(all);
}
