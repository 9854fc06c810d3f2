import { join } from 'node:path';
import { root } from '../bootstrap/root.mjs';
import { host } from './settings.mjs';

/** Maildev: a real SMTP server whose mails are read on a page, kept in `folder` over restarts. */
export function mailboxPart({ folder, smtpPort, pagePort }) {
  const smtp = ['--smtp', String(smtpPort), '--ip', host];
  const page = ['--web', String(pagePort), '--web-ip', host];
  return {
    name: 'mailbox',
    marker: folder,
    stopSignal: 'SIGTERM',
    stopWithinMs: 5_000,
    readyWithinMs: 30_000,
    launch: () => ({
      command: process.execPath,
      args: [join(root, 'node_modules/maildev/dist/bin/maildev.js'), ...smtp, ...page, '--mail-directory', folder],
      options: {},
    }),
    answers: async () => (await fetch(`http://${host}:${pagePort}/api/email`)).ok,
  };
}
