import { useState } from 'react';
import { Problem } from '../api/problem.ts';
import type { SendFile } from '../api/upload.ts';
import { sizeInWords } from './sizes.ts';

/** A file on its way. */
export interface Upload {
  readonly key: string;
  readonly file: File;
  readonly progress: number;
  /** Why it did not arrive. */
  readonly fault: string | null;
  /** It may go out again as it is: the network or a restarting part was in the way. */
  readonly again: boolean;
}

export interface Uploads<T> {
  readonly under: readonly Upload[];
  /** Answers what came of each file that arrived. */
  send(files: Iterable<File>): Promise<T[]>;
  retry(upload: Upload): Promise<T[]>;
  dismiss(upload: Upload): void;
}

/** Files on their way to one place, one after another, each with its progress or its fault. */
export function useUploads<T>(sendFile: SendFile<T>, largest: number, onArrived: (answer: T) => void): Uploads<T> {
  const [under, setUnder] = useState<readonly Upload[]>([]);
  const change = (key: string, to: Partial<Upload>) =>
    setUnder((before) => before.map((upload) => (upload.key === key ? { ...upload, ...to } : upload)));
  const dismiss = ({ key }: Upload) => setUnder((before) => before.filter((upload) => upload.key !== key));

  const sendOne = async (upload: Upload): Promise<T[]> => {
    change(upload.key, { fault: null, progress: 0 });
    try {
      const onProgress = (progress: number) => change(upload.key, { progress });
      const answer = await sendFile(upload.file, { key: upload.key, onProgress });
      dismiss(upload);
      onArrived(answer);
      return [answer];
    } catch (error) {
      change(upload.key, faultOf(error));
      return [];
    }
  };
  const send = async (files: Iterable<File>): Promise<T[]> => {
    const begun = [...files].map((file) => begin(file, largest));
    setUnder((before) => [...before, ...begun]);
    const arrived: T[] = [];
    for (const upload of begun) if (!upload.fault) arrived.push(...(await sendOne(upload)));
    return arrived;
  };
  return { under, send, retry: sendOne, dismiss };
}

function begin(file: File, largest: number): Upload {
  const upload = { key: crypto.randomUUID(), file, progress: 0, again: false };
  if (file.size === 0) return { ...upload, fault: 'The file is empty.' };
  if (file.size > largest)
    return { ...upload, fault: `${sizeInWords(file.size)} is too large; ${sizeInWords(largest)} at most.` };
  return { ...upload, fault: null };
}

function faultOf(error: unknown): Pick<Upload, 'fault' | 'again'> {
  const problem = error instanceof Problem ? error : new Problem(0, {});
  return { fault: problem.message, again: problem.status === 0 || problem.status >= 500 };
}
