import { type District, districtOf } from '@headgate/letters';
import type { CaseRecord } from '@headgate/persistence';
import type { MailActivities } from '@headgate/workflows';
import { Delivery } from './delivery.ts';
import { MailServer, type Patience } from './mail-server.ts';

export interface MailSettings {
  /** `smtp://user:password@host:port`, or `smtps://…`. */
  readonly smtpUrl: string;
  /** The district's name and address, `Name <address>`. */
  readonly from: string;
  /** Where the desk is served; staff mail leads to the case there. */
  readonly deskUrl: string;
  readonly district?: Partial<District>;
  readonly patience?: Partial<Patience>;
}

export function mailActivities(record: CaseRecord, settings: MailSettings): MailActivities & { close(): void } {
  const server = new MailServer(settings.smtpUrl, settings.patience);
  const delivery = new Delivery(record, server, districtOf(settings.from, settings.district), settings.deskUrl);
  return { deliver: (messageId) => delivery.deliver(messageId), close: () => server.close() };
}
