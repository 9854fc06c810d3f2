import type { District } from './facts.ts';

/** The sender of all letters: name and address from `Name <address>`. Throws Error when it has not that form. */
export function districtOf(from: string, known: Partial<District> = {}): District {
  const [, name, email] = /^([^<>\r\n"]+) <([^\s<>@]+@[^\s<>@]+)>$/.exec(from) ?? [];
  if (!name || !email) throw new Error(`MAIL_FROM must read "Name <address>", not "${from}"`);
  return { name, email, phone: '(559) 555-0100', address: '100 Canal Road\nHeadgate, CA 93600', ...known };
}
