import { Injectable, OnApplicationShutdown, OnModuleInit } from '@nestjs/common';
import { Database } from '../../../core/data/database';
import { UsersService } from '../../identity/users';
import { DisplayNameCache } from './display-name-cache';

const SWEEP_MS = 3_600_000;
/** Public rooms in which nothing was ever said and nobody is. */
const SWEEP = `DELETE FROM chat_rooms r WHERE kind = 'public' AND last_seq = 0 AND title = '' AND created_at < now() - interval '1 day'
  AND NOT EXISTS (SELECT FROM chat_presences p WHERE p.room_id = r.id)`;

/** Forgets the names of users whose accounts change, and deletes rooms that nobody uses. */
@Injectable()
export class ChatListener implements OnModuleInit, OnApplicationShutdown {
  private sweeper: NodeJS.Timeout;

  constructor(
    private readonly db: Database,
    private readonly users: UsersService,
    private readonly names: DisplayNameCache,
  ) {}

  onModuleInit(): void {
    this.users.onRightsChanged((userId) => Promise.resolve(this.db.afterCommit(() => this.names.forget(userId))));
    this.sweeper = setInterval(() => void this.db.execute(SWEEP).catch(() => undefined), SWEEP_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.sweeper);
  }
}
