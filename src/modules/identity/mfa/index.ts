export { MfaEnrolmentDto } from './dto/mfa.dto';
export {
  InvalidMfaCode,
  MfaAlreadyEnabled,
  MfaNotEnabled,
  MfaNotEnrolled,
  MfaRateLimited,
  MfaRequiredForRole,
} from './mfa.errors';
export { mfaManifest } from './mfa.manifest';
export { MfaModule } from './mfa.module';
export { MfaService } from './mfa.service';
export { codeAsMade } from './recovery-codes';
