import { Injectable, OnApplicationBootstrap, OnApplicationShutdown, OnModuleDestroy } from '@nestjs/common';
import { Database } from '../../data/database';
import { Poller } from '../../data/polling';
import { Bus } from '../../data/redis';
import { FrameWays } from '../frame-ways';
import type { RoomKind, RoomState } from './room-kind';
import { Rooms } from './rooms';

/** The rooms of all modules: they begin and end with the application. */
@Injectable()
export class RealtimeRooms implements OnApplicationBootstrap, OnModuleDestroy, OnApplicationShutdown {
  private readonly all = new Map<string, Rooms>();

  constructor(
    private readonly db: Database,
    private readonly bus: Bus,
    private readonly poller: Poller,
    private readonly ways: FrameWays,
  ) {}

  /**
   * The rooms of a module, called once, in the constructor of the provider that is their kind.
   * @throws Error for a name that another kind has
   * @example this.rooms = realtime.define(this);
   */
  define<R extends RoomState>(kind: RoomKind<R>): Rooms<R> {
    if (this.all.has(kind.name)) throw new Error(`There are rooms called ${kind.name} already`);
    const rooms = new Rooms(kind, this.db, this.bus, this.poller, this.ways);
    this.all.set(kind.name, rooms);
    return rooms;
  }

  onApplicationBootstrap(): void {
    for (const rooms of this.all.values()) rooms.start();
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all([...this.all.values()].map((rooms) => rooms.leaveAll()));
  }

  onApplicationShutdown(): void {
    for (const rooms of this.all.values()) rooms.stop();
  }
}
