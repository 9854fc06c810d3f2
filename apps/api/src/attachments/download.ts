import { Readable } from 'node:stream';
import { bytesOf, type CaseRecord } from '@headgate/persistence';
import type { FastifyReply } from 'fastify';

export interface Downloaded {
  readonly fileId: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
}

/** A file that somebody sent, as a download and never as a page: no browser may run or show it in Headgate's name. */
export async function download(reply: FastifyReply, record: CaseRecord, file: Downloaded): Promise<void> {
  const bytes = Readable.from(bytesOf(() => record.db, file.fileId));
  void reply
    .headers({ ...(await asDownload(file.name)), 'content-type': file.mediaType, 'content-length': file.size })
    .send(bytes);
}

/** Named as RFC 6266 has it, kept by no cache, and in a sandbox should a browser show it after all. */
export async function asDownload(name: string): Promise<Record<string, string>> {
  // Asked for when it is needed: jest cannot import what a CommonJS package requires in the same breath.
  const { create } = await import('content-disposition');
  return {
    'content-disposition': create(name, { type: 'attachment' }),
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  };
}
