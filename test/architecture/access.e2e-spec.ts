import { Controller, Get, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { ResolveField, Resolver } from '@nestjs/graphql';
import { Test } from '@nestjs/testing';
import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import { AccessList, Public, Require } from '../../src/core/web/access';

@Controller('open')
class Open {
  @Get()
  @Public()
  read(): string {
    return 'all';
  }
}

@Controller('silent')
class Silent {
  @Get()
  read(): string {
    return 'nobody said who may';
  }
}

@Resolver('Thing')
class Guarded {
  @ResolveField('secret')
  @Require('read_secrets')
  secret(): string {
    return 'guards do not run here';
  }
}

@WebSocketGateway({ path: '/ws/:room' })
class Sockets {
  @Require()
  handleConnection(): void {
    // Anybody signed in.
  }

  @SubscribeMessage('say')
  say(): string {
    return 'nobody said who may';
  }
}

async function boot(...parts: { controllers?: any[]; providers?: any[] }[]) {
  @Module({
    imports: [DiscoveryModule],
    controllers: parts.flatMap((part) => part.controllers ?? []),
    providers: [AccessList, ...parts.flatMap((part) => part.providers ?? [])],
  })
  class Some {}
  const module = await Test.createTestingModule({ imports: [Some] }).compile();
  return module.get(AccessList);
}

describe('access list', () => {
  it('lets an application start whose handlers all say who may call them', async () => {
    const list = await boot({ controllers: [Open] });
    expect(() => list.onApplicationBootstrap()).not.toThrow();
    expect(list.entries()).toEqual([{ call: 'GET /open', access: 'public' }]);
  });

  it('stops the start, naming a route that says nothing', async () => {
    const list = await boot({ controllers: [Open, Silent] });
    expect(() => list.onApplicationBootstrap()).toThrow('GET /silent');
  });

  it('lists the frames of sockets, and stops the start where one says nothing', async () => {
    const list = await boot({ providers: [Sockets] });
    expect(list.entries()).toContainEqual({ call: 'socket /ws/{room}', access: 'signed in' });
    expect(() => list.onApplicationBootstrap()).toThrow('socket /ws/{room}#say');
  });

  it('refuses a permission on a field resolver, where no guard would run', async () => {
    const list = await boot({ providers: [Guarded] });
    expect(() => list.onApplicationBootstrap()).toThrow('field Thing.secret');
  });
});
