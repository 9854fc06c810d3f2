/** The sizes of meters in inches, as the tables of test flows and capacity ratios name them. */
export const meterSizes = ['5/8', '3/4', '1', '1.5', '2', '3', '4', '6', '8', '10', '12'] as const;
export type MeterSize = (typeof meterSizes)[number];

const otherWritings: Readonly<Record<string, MeterSize>> = {
  '0.625': '5/8',
  '5/8x3/4': '5/8',
  '0.75': '3/4',
  '1 1/2': '1.5',
  '1-1/2': '1.5',
};

/** The size as the tables name it, from the usual ways to write it (`1 1/2"`, `1.5 in`, `5/8 x 3/4-inch`); null when it is none. */
export function meterSizeOf(text: string): MeterSize | null {
  const bare = text
    .trim()
    .toLowerCase()
    .replace(/[\s-]*("|''|”|in\.?|inch(es)?)$/, '')
    .replace(/\s*[x×]\s*/, 'x');
  const known = meterSizes.find((size) => size === bare.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, ''));
  return known ?? otherWritings[bare] ?? null;
}
