export { CardDto, UserDto } from './dto/user.dto';
export { EmailTaken, UsernameTaken, UserNotFound } from './users.errors';
export { UserRegistered } from './users.events';
export { UsersModule } from './users.module';
export { UsersPermission } from './users.permissions';
export { NewUser, UsersService } from './users.service';
export { UserNames, UsersInBulk } from './users-in-bulk.service';
