import { RouteOptions, routeOptionsOf } from '../http/route-options';
import type { AppPasswordScope } from './app-password-scopes';

/**
 * Beside `@Require()`, at a door whose credentials are app passwords: those of this scope count here. On a class it holds for
 * all of its handlers. A route that names none takes no app password.
 */
export function TakesAppPassword(scope: AppPasswordScope): MethodDecorator & ClassDecorator {
  return (target: object, key?: string | symbol, descriptor?: PropertyDescriptor): void => {
    if (key !== undefined && descriptor) return RouteOptions({ appPassword: scope })(target, key, descriptor) as void;
    const prototype = (target as { prototype: object }).prototype;
    for (const [name, one] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
      if (name !== 'constructor' && typeof one.value === 'function') {
        const own = routeOptionsOf(one.value as object).appPassword ?? scope;
        RouteOptions({ appPassword: own })(prototype, name, one);
      }
    }
  };
}
