export { CardDto, UserDto } from './dto/user.dto';
export { USER_KINDS, UserKind } from './entities/user.entity';
export { EmailTaken, UsernameTaken, UserNotFound } from './users.errors';
export { UserRegistered } from './users.events';
export { usersManifest } from './users.manifest';
export { UsersModule } from './users.module';
export { UsersPermission } from './users.permissions';
export { NewUser, UsersService } from './users.service';
export { UserNames, UsersInBulk } from './users-in-bulk.service';
