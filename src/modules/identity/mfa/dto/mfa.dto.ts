import { Output, StringField } from '../../../../core/web/dto';

@Output('MfaEnrolment', 'What an authenticator app needs. Shown this once.')
export class MfaEnrolmentDto {
  @StringField({ max: 64, description: 'Base32, to be typed in.', example: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ' })
  secret: string;

  @StringField({ max: 1000, description: 'otpauth URI.' })
  uri: string;

  @StringField({ max: 50_000, description: 'The URI as a QR code: PNG, as a data URI.' })
  qrCode: string;
}
