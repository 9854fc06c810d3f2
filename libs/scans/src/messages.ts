/** What the thread is asked; each answer carries the number of its question. */
export type Asked =
  | { readonly kind: 'open'; readonly path: string }
  | { readonly kind: 'look'; readonly page: number }
  | { readonly kind: 'cut'; readonly firstPage: number; readonly lastPage: number };

export interface Looked {
  readonly codes: readonly string[];
  readonly damaged: boolean;
  /** A JPEG of the page, small but legible. */
  readonly preview: Uint8Array;
}

export interface Answers {
  readonly open: { readonly pages: number };
  readonly look: Looked;
  readonly cut: Uint8Array;
}

export interface Question {
  readonly id: number;
  readonly asked: Asked;
}

export type Reply = { readonly id: number; readonly answer: unknown } | { readonly id: number; readonly fault: string };
