export { chatManifest } from './chat.manifest';
export { ChatModule } from './chat.module';
export { ChatPermission } from './chat.permissions';
