import { Injectable, OnApplicationBootstrap, RequestMethod, Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { Access, ACCESS, BY_LINK, FRESH, HALF } from './access.decorators';
import { routeOptionsOf } from '../http/route-options';
import type { MissingFactor } from '../../kernel/context/principal';

/** One thing a client can call and who may. */
export interface AccessEntry {
  /** `GET /api/v1/orders/{id}`, `mutation createProduct`, `field Product.category`, `socket /ws/{room}#message`. */
  readonly call: string;
  readonly access: string;
}

/** Of `@nestjs/websockets`. */
const GATEWAY = 'websockets:is_gateway';
const GATEWAY_OPTIONS = 'websockets:gateway_options';
const MESSAGE = 'message';
const OPENING = 'handleConnection';

const RESOLVER_TYPE = 'graphql:resolver_type';
const RESOLVER_NAME = 'graphql:resolver_name';
const RESOLVER_PROPERTY = 'graphql:resolve_property';

/** Prefix of every REST route but those of the system (health, metrics, pages). */
export const API_PREFIX = 'api/v1';

/** Reads from the decorators who may call what, and stops the start where one says nothing. */
@Injectable()
export class AccessList implements OnApplicationBootstrap {
  private readonly added: AccessEntry[] = [];

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  /** @throws Error naming each handler without `@Public()` or `@Require()`. */
  onApplicationBootstrap(): void {
    const silent = this.entries().filter((entry) => entry.access === '');
    if (silent.length > 0) {
      throw new Error(`Neither @Public() nor @Require(): ${silent.map((entry) => entry.call).join(', ')}`);
    }
  }

  /** Adds an entry that has no handler of Nest's and calls `AccessGuard.check` itself. */
  add(entry: AccessEntry): void {
    this.added.push(entry);
  }

  /** Everything that can be called, sorted, with its access in words. */
  entries(): AccessEntry[] {
    const routes = this.discovery
      .getControllers()
      .flatMap(({ metatype }) => (metatype ? this.routesOf(metatype as Type) : []));
    const fields = this.discovery
      .getProviders()
      .flatMap(({ metatype }) =>
        typeof metatype === 'function' && metatype.prototype ? this.fieldsOf(metatype as Type) : [],
      );
    const sockets = this.discovery
      .getProviders()
      .flatMap(({ metatype }) => (isGateway(metatype) ? this.framesOf(metatype as Type) : []));
    return [...routes, ...fields, ...sockets, ...this.added].sort((a, b) => (a.call < b.call ? -1 : 1));
  }

  /** What the gateway of this path says of who may open a socket; undefined when nothing. @param path as it is decorated */
  openingOf(path: string): Access | undefined {
    const gateway = this.discovery.getProviders().find(({ metatype }) => {
      return isGateway(metatype) && optionsOf(metatype as Type).path === path;
    });
    const handler = (gateway?.metatype as Type | undefined)?.prototype as Record<string, object> | undefined;
    return handler?.[OPENING] && (Reflect.getMetadata(ACCESS, handler[OPENING]) as Access | undefined);
  }

  private routesOf(controller: Type): AccessEntry[] {
    const base = (Reflect.getMetadata(PATH_METADATA, controller) as string | undefined) ?? '';
    return this.handlersOf(controller).flatMap((handler) => {
      const verb = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
      if (verb === undefined) return [];
      const path = Reflect.getMetadata(PATH_METADATA, handler) as string | string[];
      return [path].flat().map((one) => ({
        call: `${RequestMethod[verb]} ${routePath(base, one)}`,
        access: inWords(handler),
      }));
    });
  }

  private fieldsOf(provider: Type): AccessEntry[] {
    return this.handlersOf(provider).flatMap((handler) => {
      const type = Reflect.getMetadata(RESOLVER_TYPE, handler) as string | undefined;
      const property = Reflect.getMetadata(RESOLVER_PROPERTY, handler) as boolean | undefined;
      if (type === undefined && !property) return [];
      const name = (Reflect.getMetadata(RESOLVER_NAME, handler) as string | undefined) ?? handler.name;
      const root = type === 'Query' || type === 'Mutation';
      const call = root ? `${type.toLowerCase()} ${name}` : `field ${parentName(provider)}.${name}`;
      if (!root && inWords(handler) !== 'public') {
        throw new Error(`${call}: guards do not run on field resolvers; say @Public() and check in the service`);
      }
      return [{ call, access: inWords(handler) }];
    });
  }

  /** Opening a socket, and each frame it takes. */
  private framesOf(gateway: Type): AccessEntry[] {
    return this.handlersOf(gateway).flatMap((handler) => {
      const isFrame = Reflect.hasMetadata(MESSAGE, handler) || handler.name === OPENING;
      return isFrame ? [{ call: frameName(gateway, handler), access: inWords(handler) }] : [];
    });
  }

  private handlersOf(target: Type): ((...args: unknown[]) => unknown)[] {
    const prototype = target.prototype as Record<string, (...args: unknown[]) => unknown>;
    return this.scanner.getAllMethodNames(prototype).map((name) => prototype[name]);
  }
}

/** What a handler is called as, in the words of the access list: the first path of a route. */
export function callName(target: Type, handler: object & { name: string }): string {
  const verb = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
  if (verb !== undefined) {
    const base = (Reflect.getMetadata(PATH_METADATA, target) as string | undefined) ?? '';
    const [path] = [Reflect.getMetadata(PATH_METADATA, handler) as string | string[]].flat();
    return `${RequestMethod[verb]} ${routePath(base, path)}`;
  }
  if (isGateway(target)) return frameName(target, handler);
  const type = (Reflect.getMetadata(RESOLVER_TYPE, handler) as string | undefined) ?? 'field';
  return `${type.toLowerCase()} ${(Reflect.getMetadata(RESOLVER_NAME, handler) as string | undefined) ?? handler.name}`;
}

function isGateway(target: unknown): boolean {
  return typeof target === 'function' && Reflect.hasMetadata(GATEWAY, target);
}

const optionsOf = (gateway: Type): { path: string } => {
  return Reflect.getMetadata(GATEWAY_OPTIONS, gateway) as { path: string };
};

function frameName(gateway: Type, handler: object): string {
  const type = Reflect.getMetadata(MESSAGE, handler) as string | undefined;
  return `socket ${routePath('', optionsOf(gateway).path)}${type === undefined ? '' : `#${type}`}`;
}

function parentName(resolver: Type): string {
  return (Reflect.getMetadata(RESOLVER_NAME, resolver) as string | undefined) ?? resolver.name;
}

function routePath(base: string, path: string): string {
  const whole = `/${base}/${path}`.replace(/\/{2,}/g, '/').replace(/(.)\/$/, '$1');
  return whole.replace(/:(\w+)/g, '{$1}');
}

function inWords(handler: object): string {
  const access = Reflect.getMetadata(ACCESS, handler) as Access | undefined;
  if (!access) return '';
  if (access.kind === 'public') return 'public';
  const rights = access.permissions.length > 0 ? access.permissions.join(' + ') : 'signed in';
  const half = (Reflect.getMetadata(HALF, handler) as readonly MissingFactor[] | undefined) ?? [];
  const { appPassword } = routeOptionsOf(handler);
  const byPassword = appPassword ? `, also by an app password of ${appPassword}` : '';
  const fresh = Reflect.getMetadata(FRESH, handler) ? ', freshly proven' : '';
  const link = Reflect.getMetadata(BY_LINK, handler) ? ', or by a link' : '';
  return `${rights}${link}${half.length > 0 ? `, or still lacking ${half.join(' or ')}` : ''}${byPassword}${fresh}`;
}
