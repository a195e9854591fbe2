import { DateField, EmailField, IdField, Output, PageOf, StringField } from '../../../../../core/web/dto';
import type { ExternalIdentity } from '../entities/external-identity.entity';

const PROVIDER = { max: 31, description: 'Its name in addresses.', example: 'google' };

export class BeginLoginQuery {
  @StringField({
    optional: true,
    min: 0,
    max: 500,
    description: 'Where to go afterwards: a path here, anything else counts as /account.',
    example: '/account',
  })
  next?: string;
}

@Output('IdentityProvider', 'Somebody who vouches for people.')
export class IdentityProviderDto {
  @StringField(PROVIDER)
  name: string;

  @StringField({ max: 100, description: 'What a person calls it.', example: 'Google' })
  label: string;
}

@Output('IdentityProviderPage')
export class IdentityProviderPage extends PageOf(IdentityProviderDto) {}

@Output('LinkBegun', 'For the browser that asked, within ten minutes.')
export class LinkBegunDto {
  @StringField({ max: 4000, format: 'uri', description: 'Where to send the browser.' })
  url: string;
}

@Output('Identity', 'A provider that logs me in.')
export class IdentityDto {
  @IdField()
  id: string;

  @StringField(PROVIDER)
  provider: string;

  @EmailField({ nullable: true, description: 'As the provider said it last.', example: 'ada@example.com' })
  email: string | null;

  @DateField()
  createdAt: Date;

  @DateField({ nullable: true, description: 'When it last logged me in.' })
  lastUsedAt: Date | null;
}

@Output('IdentityPage')
export class IdentityPage extends PageOf(IdentityDto) {}

export function toIdentityDto({ id, provider, email, createdAt, lastUsedAt }: ExternalIdentity): IdentityDto {
  return { id, provider, email, createdAt, lastUsedAt };
}
