import { type Action, roleMay } from '@headgate/domain/people';
import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../http/problem.ts';
import { SETTINGS, type Settings } from '../settings.ts';
import { mustBeSameOrigin } from './same-origin.ts';
import { hashOf, Sessions } from './sessions.ts';
import { ALLOWS, ANONYMOUS } from './signed-in.ts';
import { tokenOf } from './token-of.ts';

/** Lets in who is signed in and may; a route that does not say what it allows lets nobody in. */
@Injectable()
export class SignInGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean>(ANONYMOUS, targets)) return true;
    await this.signIn(request);
    const action = this.reflector.getAllAndOverride<Action | 'signed-in' | undefined>(ALLOWS, targets);
    const may = request.holder && action && (action === 'signed-in' || roleMay(request.holder.role, action));
    if (!may)
      throw new Problem(403, 'forbidden', `Your role may not do this (${action ?? 'nothing is allowed here'}).`);
    return true;
  }

  private async signIn(request: FastifyRequest): Promise<void> {
    const presented = tokenOf(request);
    if (!presented) throw unauthenticated();
    if (presented.by === 'cookie') mustBeSameOrigin(request, this.settings.HEADGATE_PUBLIC_URL);
    const tokenHash = hashOf(presented.token);
    const holder = await this.sessions.holderOf(tokenHash);
    if (!holder) throw unauthenticated();
    request.holder = holder;
    request.tokenHash = tokenHash;
  }
}

export const unauthenticated = () =>
  new Problem(401, 'unauthenticated', 'Sign in first.', { headers: { 'www-authenticate': 'Bearer realm="headgate"' } });
