import type { Instant } from '@headgate/domain/time';
import {
  LetterFault,
  type Letterhead,
  letterOrder,
  letterPdf,
  type MessageToWrite,
  type RenderedLetter,
  renderLetter,
} from '@headgate/letters';
import { CaseRecord, type Letter, lettersOf } from '@headgate/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../settings.ts';

type Wording = Omit<RenderedLetter, 'language'>;

/** A letter with its wording; without, when it cannot be written as it stands. */
export interface ReadableLetter extends Letter {
  readonly wording: Wording | null;
}

/** What letters and mails say: as they were sent, or as they would be written now. */
@Injectable()
export class Letters {
  constructor(
    private readonly record: CaseRecord,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async of(caseId: string, db = this.record.db): Promise<ReadableLetter[]> {
    const letters = await lettersOf(db, caseId);
    return await Promise.all(letters.map(async (letter) => ({ ...letter, wording: await this.wordingOf(letter) })));
  }

  /** The letter on paper, or null when it cannot be written. */
  async pdf(letter: Letter): Promise<Buffer | null> {
    const wording = await this.wordingOf(letter);
    const to = letter.channel === 'letter' ? letter.to : null;
    return wording && (await letterPdf({ ...wording, language: letter.language }, to));
  }

  /** A record for the files, as of an instant: on paper, and sent to nobody. */
  async onFile(message: MessageToWrite, at: Instant): Promise<Buffer> {
    return await letterPdf(renderLetter(letterOrder(message, await this.letterhead(), at)), null);
  }

  private async letterhead(): Promise<Letterhead> {
    const office = await this.record.office.current();
    const { MAIL_FROM: district, HEADGATE_PUBLIC_URL, HEADGATE_HOST, HEADGATE_PORT } = this.settings;
    const deskUrl = HEADGATE_PUBLIC_URL ?? `http://${HEADGATE_HOST}:${HEADGATE_PORT}`;
    return { district, deskUrl, title: (type) => office.definition(type)?.title ?? type };
  }

  private async wordingOf(letter: Letter): Promise<Wording | null> {
    if (letter.sent) return letter.sent;
    const letterhead = await this.letterhead();
    try {
      return renderLetter(letterOrder(letter, letterhead, letter.sentAt ?? this.record.clock.now()));
    } catch (error) {
      if (error instanceof LetterFault) return null;
      throw error;
    }
  }
}
