import { z } from 'zod';
import type { CaseState } from '../../case/index.ts';
import { choice, count, quantity, text, yesNo } from '../../forms/index.ts';
import type { ServiceSite } from '../../installations/index.ts';
import type { Quantity } from '../../money/index.ts';

export const newServiceIntake = z.object({
  applicant: choice('The applicant is the', ['owner', 'tenant']),
  parcel: text('Parcel (assessor’s number)', 40),
  use: choice('Use of the water', ['residential', 'commercial', 'agricultural']),
  flow: quantity('Flow in gallons a minute'),
  serviceAddress: text('Address of the service').optional(),
  dwellings: count('Dwellings').optional(),
  insideDistrict: yesNo('The parcel lies in the district').optional(),
  projectWater: yesNo('The land takes project water under Reclamation law').optional(),
  parcelAccount: text('Last account at the parcel', 20).optional(),
  mailingAddress: text('Where letters go').optional(),
  language: choice('Language of the applicant', ['en', 'es', 'zh', 'tl', 'vi', 'ko']).optional(),
});

/** What the applicant asks for. */
export interface Asked {
  readonly applicant: 'owner' | 'tenant';
  readonly parcel: string;
  readonly use: ServiceSite['use'];
  readonly flow: Quantity;
  readonly serviceAddress?: string;
  readonly dwellings?: number;
  readonly insideDistrict?: boolean;
  readonly projectWater?: boolean;
  readonly parcelAccount?: string;
}

export const askedOf = (state: Pick<CaseState, 'details'>): Asked => state.details as unknown as Asked;

/** One home pays the lowest design deposit (D17). */
export const depositClassOf = ({ use, dwellings = 1 }: Asked): 'single-family' | 'other' =>
  use === 'residential' && dwellings <= 1 ? 'single-family' : 'other';
