import { BooleanField, Output, StringListField } from '../../../../../core/web/dto';

@Output('BrowserSession', 'A session carried by the cookies of this answer.')
export class BrowserSessionDto {
  @BooleanField({ description: 'Whether the code of the second factor is still to come.', example: false })
  requiresMfa: boolean;
}

@Output('BrowserMfaEnabled')
export class BrowserMfaEnabledDto extends BrowserSessionDto {
  @StringListField({ max: 11, description: 'Each good once, for a login without the device. Shown this once.' })
  recoveryCodes: string[];
}
