import { Module } from '@nestjs/common';
import { UsersInBulk } from './users-in-bulk.service';
import { UsersController } from './users.controller';
import { UsersResolver } from './users.resolver';
import { UsersService } from './users.service';

@Module({
  controllers: [UsersController],
  providers: [UsersService, UsersInBulk, UsersResolver],
  exports: [UsersService, UsersInBulk],
})
export class UsersModule {}
