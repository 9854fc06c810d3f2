import { attachmentFields, type Form, type FormValues } from '../forms/index.ts';
import { mustBeAllowed } from './checks.ts';
import type { AttachCommand } from './commands.ts';
import type { Draft } from './draft.ts';
import { Refusal, refuse } from './refusal.ts';

/** A file of a case as the record tells it; its bytes lie beside the record, and must hash to `sha256`. */
export interface AttachedFile {
  readonly attachmentId: string;
  /** What people call it: for display alone, never a place in a file system. */
  readonly name: string;
  /** As its first bytes say, whatever the sender called it. */
  readonly mediaType: string;
  /** In bytes, at least 1. */
  readonly size: number;
  /** Of the bytes, in hexadecimal. */
  readonly sha256: string;
}

/** What a person may send as one file, in bytes. */
export const LARGEST_ATTACHMENT = 25 * 1024 * 1024;
/** More files than this are no case's papers but a mistake, or an attack. */
export const MOST_ATTACHMENTS = 200;
const LONGEST_NAME = 150;
const LONGEST_EXTENSION = 12;

/** Files a paper with the case, also with one that has ended. Throws a Refusal `too-many-attachments`, or one of the role. */
export function attach(draft: Draft, { file, scan }: AttachCommand): void {
  mustBeAllowed(draft, 'case.write');
  if (draft.state.attachments.size >= MOST_ATTACHMENTS) {
    refuse('too-many-attachments', `Case ${draft.state.number} holds ${MOST_ATTACHMENTS} files already.`);
  }
  if (file.size < 1) {
    const errors = [{ path: '', message: 'the file is empty' }];
    throw new Refusal('shape', 'empty-file', 'The file is empty.', { errors });
  }
  draft.emit('attachment-added', file);
  if (scan) draft.emit('scan-filed', { attachmentId: file.attachmentId, ...scan });
}

/** Throws a Refusal that names each field of the form which speaks of a file that the case does not hold. */
export function mustBeAttached(draft: Draft, form: Form, values: FormValues, at: string): void {
  const errors = attachmentFields(form)
    .filter((name) => values[name] !== undefined && !draft.state.attachments.has(String(values[name])))
    .map((name) => ({ path: `${at}.${name}`, message: 'not a file of this case: attach it first' }));
  const [first] = errors;
  if (first) throw new Refusal('shape', 'invalid-input', `${first.path}: ${first.message}`, { errors });
}

// Surrogates that stand alone, controls, and what is not seen but turns or joins what is: RTL override, zero-width space.
const unseen = /[\p{C}\u2028\u2029]/gu;
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/**
 * The name under which a file is shown and downloaded: its last part, without what is not seen, without dots at its
 * ends, of at most 150 characters with its extension, and none that a system keeps for its devices.
 */
export function displayName(given: string): string {
  const last = given.normalize('NFC').replace(unseen, '').split(/[/\\]/).at(-1) ?? '';
  const bare = last.replace(/[\s"<>|:*?]+/g, ' ').replace(/^[\s.]+|[\s.]+$/g, '');
  if (bare === '') return 'file';
  return shortened(bare).replace(reserved, '_$1');
}

function shortened(name: string): string {
  const characters = [...name];
  if (characters.length <= LONGEST_NAME) return name;
  const dot = characters.lastIndexOf('.');
  const extension = dot > 0 && characters.length - dot <= LONGEST_EXTENSION ? characters.slice(dot) : [];
  return [...characters.slice(0, LONGEST_NAME - extension.length), ...extension].join('');
}
