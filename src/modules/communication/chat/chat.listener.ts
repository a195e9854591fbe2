import { Injectable, OnModuleInit } from '@nestjs/common';
import { Database } from '../../../core/data/database';
import { UsersService } from '../../identity/users';
import { DisplayNameCache } from './presence/display-name-cache';

/** Forgets the names of users whose accounts change. */
@Injectable()
export class ChatListener implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly users: UsersService,
    private readonly names: DisplayNameCache,
  ) {}

  onModuleInit(): void {
    this.users.onRightsChanged((userId) => Promise.resolve(this.db.afterCommit(() => this.names.forget(userId))));
  }
}
