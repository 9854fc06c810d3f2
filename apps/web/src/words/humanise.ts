/** `high-consumption` → `High consumption`, `saysUseChanged` → `Says use changed`. */
export function humanise(name: string): string {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([a-z])(\d)/g, '$1 $2')
    .replace(/[-_/]+/g, ' ')
    .trim()
    .toLowerCase();
  return sentenceCase(words);
}

/** A value of a form or a fact as a person reads it. */
export function inWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string')
    return /^\d{4}-\d{2}-\d{2}T/.test(value) ? value.slice(0, 16).replace('T', ' ') : value;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map(inWords).join(', ');
  return Object.entries(value as Record<string, unknown>)
    .map(([name, inner]) => `${humanise(name).toLowerCase()} ${inWords(inner)}`)
    .join(', ');
}

/** A sentence with its capital letter. */
export const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `2 cases`, `1 case`. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
