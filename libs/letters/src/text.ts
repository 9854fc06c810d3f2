import type { Block, Run } from './blocks.ts';

/** The letter as plain text: the text part of the e-mail, and what the record shows. */
export function plainLetter(blocks: readonly Block[]): string {
  let text = '';
  let before: Block | null = null;
  for (const block of blocks) {
    if (before) text += gap(before, block);
    text += line(block);
    before = block;
  }
  return `${text}\n`;
}

/** Items of a list and rows of a table stand close; everything else is parted by an empty line. */
function gap(before: Block, after: Block): string {
  if (before.region !== after.region && after.region === 'footer') return '\n\n-- \n';
  const close = before.kind === after.kind && (after.kind === 'item' || after.kind === 'row');
  return close ? '\n' : '\n\n';
}

function line({ kind, cells }: Block): string {
  const texts = cells.map((runs) => runs.map(run).join(''));
  switch (kind) {
    case 'item':
      return `- ${texts.join(' ')}`;
    case 'row':
      return texts.join(': ');
    case 'heading':
    case 'paragraph':
      return texts.join(' ');
    default:
      return kind satisfies never;
  }
}

function run({ text, href }: Run): string {
  if (!href || href === text || href.replace(/^(mailto|tel):/, '') === text) return text;
  return `${text} (${href})`;
}
