import { EmailField, Input, StringField } from '../../../../../core/web/dto';

const TOKEN = { max: 500, secret: true, description: 'From the mailed link.' };
const NEW_PASSWORD = { min: 1, max: 128, secret: true, example: 'Rainy-Night-43' };

@Input('ForgotPasswordInput')
export class ForgotPasswordInput {
  @EmailField({ example: 'ada@example.com' })
  email: string;
}

@Input('ResetPasswordInput')
export class ResetPasswordInput {
  @StringField(TOKEN)
  token: string;

  @StringField(NEW_PASSWORD)
  password: string;
}

@Input('ChangePasswordInput')
export class ChangePasswordInput {
  @StringField({ max: 1000, secret: true, example: 'Sunny-Day-42' })
  currentPassword: string;

  @StringField(NEW_PASSWORD)
  password: string;
}

@Input('ChangeEmailInput')
export class ChangeEmailInput {
  @EmailField({ example: 'ada@example.org' })
  email: string;
}

@Input('VerifyEmailInput')
export class VerifyEmailInput {
  @StringField(TOKEN)
  token: string;
}
