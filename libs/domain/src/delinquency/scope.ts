export const services = ['residential', 'irrigation', 'non-residential'] as const;
export type Service = (typeof services)[number];

export const dwellingAnswers = ['yes', 'no', 'unknown'] as const;
/** Whether any dwelling takes water here; farmworker housing counts (rule B2). */
export type Dwelling = (typeof dwellingAnswers)[number];

/** Which law an account is collected under: the Water Shutoff Protection Act's, or that of all other service. */
export type Path = 'residential' | 'other';

/** Scope by use, not by class (rule F4): a dwelling takes the residential path; where unknown, residential service. */
export function pathOf(service: Service, dwelling: Dwelling = 'unknown'): Path {
  if (dwelling === 'yes') return 'residential';
  return dwelling === 'unknown' && service === 'residential' ? 'residential' : 'other';
}
