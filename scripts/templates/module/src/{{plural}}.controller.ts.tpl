import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { API_PREFIX, CurrentUser, Principal, Require } from '../../../core/web/access';
import { IdParam, Page, PageQuery, Responds, Summary } from '../../../core/web/dto';
import { Create{{Singular}}Input, {{Singular}}Dto, {{Singular}}Page } from './dto/{{singular}}.dto';
import { {{Singular}}NotFound, {{Singular}}TitleTooLong } from './{{plural}}.errors';
import { {{Plural}}Permission } from './{{plural}}.permissions';
import { {{Plural}}Service } from './{{plural}}.service';

@ApiTags('{{plural}}')
@Controller(`${API_PREFIX}/{{plural}}`)
export class {{Plural}}Controller {
  constructor(private readonly {{pluralCamel}}: {{Plural}}Service) {}

  @Get()
  @Summary('{{PluralSentence}}, the newest first.')
  @Require({{Plural}}Permission.Manage)
  @Responds(200, {{Singular}}Page)
  list(@Query() query: PageQuery): Promise<Page<{{Singular}}Dto>> {
    return this.{{pluralCamel}}.list(query);
  }

  @Get(':id')
  @Summary('One {{singularWords}}.')
  @Require({{Plural}}Permission.Manage)
  @Responds(200, {{Singular}}Dto, [{{Singular}}NotFound])
  byId(@IdParam() id: string): Promise<{{Singular}}Dto> {
    return this.{{pluralCamel}}.byId(id);
  }

  @Post()
  @Summary('Makes {{aSingularWords}}.')
  @Require({{Plural}}Permission.Manage)
  @Responds(201, {{Singular}}Dto, [{{Singular}}TitleTooLong])
  create(@CurrentUser() user: Principal, @Body() input: Create{{Singular}}Input): Promise<{{Singular}}Dto> {
    return this.{{pluralCamel}}.create(user, input);
  }
}
