import { millis } from '@headgate/domain/time';
import {
  type District,
  LetterFault,
  type Letterhead,
  letterOrder,
  letterPdf,
  type RenderedLetter,
  renderLetter,
} from '@headgate/letters';
import { beginDelivery, type CaseRecord, type Dispatch, postponeDelivery, recordDelivery } from '@headgate/persistence';
import { composed, NotAnAddress } from './compose.ts';
import type { MailServer } from './mail-server.ts';

/** The mail server could not take the message now. Whoever called tries again later. */
export class MailPostponed extends Error {
  override readonly name = 'MailPostponed';
}

const dayMs = 86_400_000;
/** A server that says "later" is asked for so long, as mail servers do among themselves (RFC 5321, 4.5.4.1). */
const giveUpAfterMs = 5 * dayMs;

/** Carries one message out of the house, and writes into the record what became of it. */
export class Delivery {
  private readonly record: CaseRecord;
  private readonly server: MailServer;
  private readonly district: District;
  private readonly deskUrl: string;

  constructor(record: CaseRecord, server: MailServer, district: District, deskUrl: string) {
    this.record = record;
    this.server = server;
    this.district = district;
    this.deskUrl = deskUrl;
  }

  /** Sends the message unless it is gone already. Throws MailPostponed when it is to be tried again. */
  async deliver(messageId: string): Promise<void> {
    const letterhead = await this.letterhead();
    try {
      const begun = await beginDelivery(this.record, messageId, (dispatch) => this.write(dispatch, letterhead));
      if (begun.kind === 'begun') await this.carry(begun.dispatch, begun.written);
      if (begun.kind === 'interrupted') await this.resume(begun.dispatch);
    } catch (error) {
      if (!(error instanceof Unwritable)) throw error;
      await this.tell(error.dispatch, { kind: 'message-failed', messageId, reason: error.message });
    }
  }

  private async carry(dispatch: Dispatch, letter: RenderedLetter): Promise<void> {
    if (dispatch.channel === 'letter') return await this.print(dispatch, letter);
    const { id: messageId } = dispatch;
    const outcome = await this.server.post(this.compose(dispatch, letter));
    switch (outcome.kind) {
      case 'accepted':
        return await this.tell(dispatch, { kind: 'message-sent', messageId });
      case 'refused':
        return await this.tell(dispatch, { kind: 'message-failed', messageId, reason: outcome.reason });
      case 'unknown':
        return await this.tell(dispatch, { kind: 'message-uncertain', messageId });
      case 'later':
        return await this.postpone(dispatch, outcome.reason);
      default:
        return outcome satisfies never;
    }
  }

  /** Nobody knows whether an interrupted mail was taken: it is never sent blindly again. Paper can be printed twice. */
  private async resume(dispatch: Dispatch): Promise<void> {
    if (dispatch.channel === 'letter')
      return await this.tell(dispatch, { kind: 'message-sent', messageId: dispatch.id });
    await this.tell(dispatch, { kind: 'message-uncertain', messageId: dispatch.id });
  }

  /** A letter is sent when it can be printed; the stored page is what the print run takes. */
  private async print(dispatch: Dispatch, letter: RenderedLetter): Promise<void> {
    await letterPdf(letter, dispatch.to);
    await this.tell(dispatch, { kind: 'message-sent', messageId: dispatch.id });
  }

  private async postpone(dispatch: Dispatch, reason: string): Promise<void> {
    const waited = millis(this.record.clock.now()) - millis(dispatch.queuedAt);
    if (waited > giveUpAfterMs) {
      return await this.tell(dispatch, {
        kind: 'message-failed',
        messageId: dispatch.id,
        reason: `given up: ${reason}`,
      });
    }
    await postponeDelivery(this.record, dispatch);
    throw new MailPostponed(reason);
  }

  private tell(dispatch: Dispatch, told: Parameters<typeof recordDelivery>[2]): Promise<void> {
    return recordDelivery(this.record, dispatch, told);
  }

  /** Written once, and with its recipient looked at, before the message counts as being sent. */
  private write(dispatch: Dispatch, letterhead: Letterhead): RenderedLetter {
    try {
      const letter = renderLetter(letterOrder(dispatch, letterhead, this.record.clock.now()));
      if (dispatch.channel === 'email') this.compose(dispatch, letter);
      return letter;
    } catch (error) {
      if (error instanceof LetterFault || error instanceof NotAnAddress) throw new Unwritable(dispatch, error.message);
      throw error;
    }
  }

  private compose(dispatch: Dispatch, letter: RenderedLetter) {
    return composed(dispatch, letter, this.district);
  }

  private async letterhead(): Promise<Letterhead> {
    const office = await this.record.office.current();
    const title = (type: string) => office.definition(type)?.title ?? type;
    return { district: this.district, deskUrl: this.deskUrl, title };
  }
}

/** No attempt will ever write this message; the transaction that tried is rolled back. */
class Unwritable extends Error {
  readonly dispatch: Dispatch;

  constructor(dispatch: Dispatch, reason: string) {
    super(reason);
    this.dispatch = dispatch;
  }
}
