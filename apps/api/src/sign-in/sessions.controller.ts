import { type SessionHolder } from '@headgate/persistence';
import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Answers, Operation } from '../http/described.ts';
import { Problem } from '../http/problem.ts';
import { SETTINGS, type Settings } from '../settings.ts';
import { FailedAttempts } from './failed-attempts.ts';
import { mustBeSameOrigin } from './same-origin.ts';
import { Sessions } from './sessions.ts';
import { Allows, Anonymous, By } from './signed-in.ts';
import { COOKIE } from './token-of.ts';
import { sessionSchema, userOf, userSchema } from './user.ts';

const credentials = z.strictObject({ username: z.string().min(1).max(100), password: z.string().min(1).max(1000) });

@Controller('api/v1')
export class SessionsController {
  private readonly attempts = new FailedAttempts();

  constructor(
    private readonly sessions: Sessions,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Post('sessions')
  @Anonymous()
  @Operation('signIn', 'Sign in; the answer also sets the session cookie')
  @Answers(201, sessionSchema, { refusals: [400, 401, 403, 415, 429] })
  async signIn(
    @Body({ schema: credentials }) { username, password }: z.output<typeof credentials>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    mustBeSameOrigin(request, this.settings.HEADGATE_PUBLIC_URL);
    this.attempts.mustBeFew(request.ip, username);
    const { token, holder } = await this.sessions.begin(username, password).catch((error: unknown) => {
      if (error instanceof Problem) this.attempts.failed(request.ip, username);
      throw error;
    });
    this.attempts.succeeded(request.ip, username);
    reply.setCookie(COOKIE, token, { ...this.cookie, expires: new Date(holder.expiresAt) });
    reply.header('cache-control', 'no-store');
    return { token, user: userOf(holder), expiresAt: holder.expiresAt };
  }

  @Delete('sessions/current')
  @HttpCode(204)
  @Allows('signed-in')
  @Operation('signOut', 'End the session')
  @Answers(204, null, { refusals: [] })
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessions.end(request.tokenHash ?? '');
    reply.clearCookie(COOKIE, this.cookie);
  }

  @Get('me')
  @Allows('signed-in')
  @Operation('me', 'Who is signed in')
  @Answers(200, userSchema, { refusals: [] })
  me(@By() holder: SessionHolder) {
    return userOf(holder);
  }

  private get cookie() {
    const secure =
      this.settings.NODE_ENV === 'production' || this.settings.HEADGATE_PUBLIC_URL?.startsWith('https:') === true;
    return { path: '/', httpOnly: true, sameSite: 'strict', secure } as const;
  }
}
