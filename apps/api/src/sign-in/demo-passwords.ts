import { CaseRecord, demoPassword, demoStaff, staffToSignIn } from '@headgate/persistence';
import type { INestApplication } from '@nestjs/common';
import { verify } from '@node-rs/argon2';
import type { Settings } from '../settings.ts';

/** In production nobody may sign in with a password that stands in the handbook. Throws Error when somebody could. */
export async function refuseDemoPasswords(app: INestApplication, { NODE_ENV }: Settings): Promise<void> {
  if (NODE_ENV !== 'production') return;
  const { db } = app.get(CaseRecord);
  for (const { username } of demoStaff) {
    const member = await staffToSignIn(db, username);
    if (member?.passwordHash && (await verify(member.passwordHash, demoPassword))) {
      throw new Error(`The demo user ${username} can sign in with the demo password: remove it before production.`);
    }
  }
}
