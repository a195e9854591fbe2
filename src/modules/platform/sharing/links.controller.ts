import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RateLimited } from '../../../core/kernel/errors';
import { API_PREFIX, Public } from '../../../core/web/access';
import { Responds, Summary } from '../../../core/web/dto';
import { RouteOptions } from '../../../core/web/http';
import { OpenedLinkDto, OpenLinkInput } from './dto/link.dto';
import { LinksService } from './links.service';
import { LinkNotFound, LinkPassword } from './sharing.errors';

@ApiTags('sharing')
@Controller(`${API_PREFIX}/links`)
export class LinksController {
  constructor(private readonly links: LinksService) {}

  @Post(':token/open')
  @Summary('Opens a link, by its password where it has one, for a quarter of an hour.')
  @Public()
  @HttpCode(200)
  @RouteOptions({ secretPath: true })
  @Responds(200, OpenedLinkDto, [LinkNotFound, LinkPassword, RateLimited])
  open(@Param('token') token: string, @Body() input: OpenLinkInput): Promise<OpenedLinkDto> {
    return this.links.open(token, input);
  }
}
