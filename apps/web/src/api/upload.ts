import { Problem } from './problem.ts';

export interface Sending {
  /** One per act of a person: sent again under it, the file is filed once. */
  readonly key: string;
  /** From 0 to 1. */
  readonly onProgress: (part: number) => void;
}

export type SendFile<T> = (file: File, sending: Sending) => Promise<T>;

/** Sends a file to a path of the API. Not by `fetch`, which does not say how much has gone out. */
export function sendFile<T>(path: string, type = 'application/octet-stream'): SendFile<T> {
  return (file, { key, onProgress }) =>
    new Promise<T>((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open('POST', `/api/v1${path}?${new URLSearchParams({ name: file.name })}`);
      request.setRequestHeader('content-type', type);
      request.setRequestHeader('idempotency-key', key);
      request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
      request.onerror = () => reject(new Problem(0, {}));
      request.onload = () => {
        const answer = parsed(request.responseText);
        if (request.status >= 200 && request.status < 300) resolve(answer as T);
        else reject(new Problem(request.status, answer));
      };
      request.send(file);
    });
}

function parsed(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}
