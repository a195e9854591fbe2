export { ChatDemo } from './chat.demo';
export { ChatModule } from './chat.module';
export { ChatPermission } from './chat.permissions';
