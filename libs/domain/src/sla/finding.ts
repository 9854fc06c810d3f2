/** Something wrong (`error`) or likely to be (`warning`) in a calendar or a policy; `path` leads to it: `clocks.2.calendar`. */
export interface Finding {
  readonly level: 'error' | 'warning';
  readonly path: string;
  readonly message: string;
}

type Place = readonly (string | number)[];

export const error = (path: Place, message: string): Finding => ({ level: 'error', path: path.join('.'), message });
export const warning = (path: Place, message: string): Finding => ({ level: 'warning', path: path.join('.'), message });

/** Findings of a part, told from the whole. */
export function within(place: Place, findings: readonly Finding[]): Finding[] {
  const prefix = place.join('.');
  return findings.map((finding) => ({ ...finding, path: [prefix, finding.path].filter(Boolean).join('.') }));
}

export const isError = ({ level }: Finding): boolean => level === 'error';
