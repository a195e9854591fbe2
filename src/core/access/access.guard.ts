import { CanActivate, ExecutionContext, Injectable } from '@nestjs/common';
import { currentContext } from '../context/context';
import { Forbidden, Unauthenticated } from '../errors';
import { Access, ACCESS } from './access.decorators';

/** Decides for REST and GraphQL whether this kind of caller may call this handler. Ownership is the service's affair. */
@Injectable()
export class AccessGuard implements CanActivate {
  /** @throws Unauthenticated, Forbidden */
  canActivate(context: ExecutionContext): true {
    const access = Reflect.getMetadata(ACCESS, context.getHandler()) as Access | undefined;
    if (access?.kind === 'public') return true;
    const { principal } = currentContext();
    if (!principal) throw new Unauthenticated();
    // A handler that says nothing never gets here: the access list refuses to boot. Denied all the same.
    if (!access || !access.permissions.every((one) => principal.permissions.has(one))) throw new Forbidden();
    return true;
  }
}
