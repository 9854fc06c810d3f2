import type { District, RenderedLetter } from '@headgate/letters';
import type { Dispatch } from '@headgate/persistence';
import type { SendMailOptions } from 'nodemailer';

/** The recipient is not exactly one mailbox. */
export class NotAnAddress extends Error {
  override readonly name = 'NotAnAddress';
}

const oneMailbox = /^[^\s@<>()[\],;:\\"\p{Cc}]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,252}[a-z0-9])?$/iu;

/** Only texts, and one recipient as name and address: there is no way in for a second one, a header, a file or a URL. */
export function composed(dispatch: Dispatch, letter: RenderedLetter, { name, email }: District): SendMailOptions {
  const to = recipient(dispatch.to);
  const thread = `<case.${dispatch.caseId}@headgate>`;
  return {
    envelope: { from: email, to: [to.address] },
    from: { name, address: email },
    to,
    subject: letter.subject,
    text: letter.text,
    html: letter.html,
    messageId: dispatch.mailId,
    references: thread,
    inReplyTo: thread,
    headers: writtenByHand.has(dispatch.template) ? {} : automatic,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** Replies that a person wrote; all else tells other machines not to answer it (RFC 3834). */
const writtenByHand: ReadonlySet<string> = new Set(['general/reply']);
const automatic = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' };

function recipient({ name, address }: Dispatch['to']): { name: string; address: string } {
  if (!oneMailbox.test(address)) throw new NotAnAddress('the recipient is not one e-mail address');
  if (/\p{Cc}/u.test(name)) throw new NotAnAddress("the recipient's name has control characters");
  return { name, address };
}
