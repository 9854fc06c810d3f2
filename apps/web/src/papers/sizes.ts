const units = ['bytes', 'KB', 'MB', 'GB'] as const;

/** `812 bytes`, `34 KB`, `2.4 MB`. */
export function sizeInWords(bytes: number): string {
  let size = bytes;
  let unit = 0;
  while (size >= 1024 && unit < units.length - 1) {
    size /= 1024;
    unit += 1;
  }
  const digits = unit > 1 && size < 10 ? 1 : 0;
  return `${size.toFixed(digits)} ${units[unit]}`;
}

/** `page 4`, `pages 4–6`. */
export function pagesInWords(pages: readonly number[]): string {
  const [first, last] = [pages[0], pages.at(-1)];
  return first === last ? `page ${first}` : `pages ${first}–${last}`;
}
