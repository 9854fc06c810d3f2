/** Nominal meter sizes in inches, as the capacity and flow tables name them (D7, D18). */
export const meterSizes = ['5/8', '3/4', '1', '1.5', '2', '3', '4', '6', '8'] as const;
export type MeterSize = (typeof meterSizes)[number];

const otherNames: Readonly<Record<string, MeterSize>> = {
  '5/8x3/4': '5/8',
  '0.625': '5/8',
  '.625': '5/8',
  '0.75': '3/4',
  '.75': '3/4',
  '1.0': '1',
  '1 1/2': '1.5',
  '1-1/2': '1.5',
  '1.50': '1.5',
  '2.0': '2',
};

/** The size that people write as `5/8"`, `1-1/2 in` or `2-inch`; undefined for a size that no table knows. */
export function meterSizeOf(written: string): MeterSize | undefined {
  const bare = written
    .toLowerCase()
    .replace(/["”″]|''/g, '')
    .replace(/[\s-]*\b(in|inch|inches)\b\.?/g, '')
    .replace(/\s*[x×]\s*/g, 'x')
    .trim();
  return meterSizes.find((size) => size === bare) ?? otherNames[bare];
}
