import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Public } from '../../../../core/web/access';
import { Summary } from '../../../../core/web/dto';
import type { Jwk } from './signing-key';
import { SigningKeys } from './signing-keys';

/** Where other services find the keys to check our access tokens with. */
@ApiTags('auth')
@Controller('.well-known')
export class JwksController {
  constructor(private readonly keys: SigningKeys) {}

  @Get('jwks.json')
  @Public()
  @Summary('Public keys of access tokens (RFC 7517): more than one while they rotate.')
  @Header('cache-control', 'public, max-age=300')
  @ApiOkResponse({ description: 'The keys.', schema: jwksSchema() })
  jwks(): { keys: Jwk[] } {
    return { keys: this.keys.published() };
  }
}

function jwksSchema() {
  const names = ['kty', 'crv', 'x', 'y', 'kid', 'alg', 'use'];
  const key = {
    type: 'object',
    required: names,
    properties: Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
  };
  return { type: 'object', required: ['keys'], properties: { keys: { type: 'array', items: key } } };
}
