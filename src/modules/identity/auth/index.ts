export { AppPasswords } from './app-passwords/app-passwords';
export { NewDeviceUsed, PasswordChanged } from './auth.events';
export { authManifest } from './auth.manifest';
export { AuthModule } from './auth.module';
export { AuthService } from './auth.service';
export { FirstAdmin } from './first-admin';
export { PasswordHashes } from './passwords/password-hashes';
export { hasOpenSession } from './sessions/live';
export { SigningKeys } from './signing-keys/signing-keys';
