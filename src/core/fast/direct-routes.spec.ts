import { Injectable, Module, Provider } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, ApplicationConfig, DiscoveryModule } from '@nestjs/core';
import fastify from 'fastify';
import { Test } from '@nestjs/testing';
import { AccessGuard } from '../web/access/access.guard';
import { DtoPipe } from '../web/dto/dto.pipe';
import { DirectRoutes } from './direct-routes';
import { ProblemFilter } from '../web/http/problem.filter';

@Injectable()
class Stranger {
  intercept = (): void => undefined;
  canActivate = (): boolean => true;
  transform = (value: unknown): unknown => value;
  catch = (): void => undefined;
}

async function routesBeside(...providers: Provider[]): Promise<DirectRoutes> {
  @Module({
    imports: [DiscoveryModule],
    providers: [
      { provide: AccessGuard, useValue: Object.create(AccessGuard.prototype) as object },
      DirectRoutes,
      ...providers,
    ],
  })
  class Here {}
  const module = await Test.createTestingModule({ imports: [Here] }).compile();
  return module.get(DirectRoutes);
}

const SERVER = { addHook: () => undefined } as never;

describe('DirectRoutes', () => {
  it('knows what is declared for the whole application today', async () => {
    const routes = await routesBeside(
      { provide: APP_GUARD, useExisting: AccessGuard },
      { provide: APP_PIPE, useClass: DtoPipe },
      { provide: APP_FILTER, useValue: Object.create(ProblemFilter.prototype) as object },
    );
    expect(() => routes.install(SERVER, new ApplicationConfig())).not.toThrow();
  });

  it.each([APP_GUARD, APP_PIPE, APP_INTERCEPTOR, APP_FILTER])(
    'starts with no other %s, which it would pass by',
    async (token) => {
      for (const how of [{ useClass: Stranger }, { useFactory: () => new Stranger() }, { useValue: new Stranger() }]) {
        const routes = await routesBeside({ provide: token, ...how } as Provider);
        expect(() => routes.install(SERVER, new ApplicationConfig())).toThrow(token);
      }
    },
  );

  it.each(['Guards', 'Pipes', 'Interceptors', 'Filters'] as const)(
    'starts with no other one of useGlobal%s, also after its own installation',
    async (kind) => {
      const server = fastify();
      const config = new ApplicationConfig();
      (await routesBeside()).install(server, config);
      config.useGlobalPipes(new DtoPipe());
      config[`useGlobal${kind}`](new Stranger() as never);
      await expect(server.ready()).rejects.toThrow('Stranger');
      await server.close();
    },
  );
});
