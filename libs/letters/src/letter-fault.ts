export type LetterFaultCode = 'unknown-template' | 'bad-template' | 'missing-fact' | 'bad-fact';

/** Why a letter cannot be written. Trying again does not help: somebody must mend the template or the facts. */
export class LetterFault extends Error {
  override readonly name = 'LetterFault';
  readonly code: LetterFaultCode;

  constructor(code: LetterFaultCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}
