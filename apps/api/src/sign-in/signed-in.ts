import type { Action, Actor } from '@headgate/domain/people';
import type { SessionHolder } from '@headgate/persistence';
import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { ApiExtension, ApiSecurity } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is signed in, once the guard has seen them. */
    holder?: SessionHolder;
    /** The hash of the token by which they are. */
    tokenHash?: string;
  }
}

export const ALLOWS = 'headgate:allows';
export const ANONYMOUS = 'headgate:anonymous';

/** What the route is for, by the domain's table of roles and actions. `signed-in`: whoever is signed in may. */
export const Allows = (action: Action | 'signed-in') =>
  applyDecorators(
    SetMetadata(ALLOWS, action),
    ApiExtension('x-allows', action),
    ApiSecurity('bearer'),
    ApiSecurity('cookie'),
  );

/** The route answers without sign-in. */
export const Anonymous = () => SetMetadata(ANONYMOUS, true);

/** The member of staff who asks. */
export const By = createParamDecorator((_: unknown, context: ExecutionContext): SessionHolder => {
  const { holder } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!holder) throw new Error('a route asks who is signed in and lets in whoever is not');
  return holder;
});

export const actorOf = ({ username, role }: SessionHolder): Actor => ({ kind: 'staff', name: username, role });
