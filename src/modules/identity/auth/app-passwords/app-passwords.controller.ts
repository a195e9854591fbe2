import { Body, Controller, Delete, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { API_PREFIX, CurrentUser, Principal, Require, RequireRecentAuth } from '../../../../core/web/access';
import { IdParam, Page, PageQuery, Responds, Summary } from '../../../../core/web/dto';
import { AppPasswordNotFound } from '../auth.errors';
import { AppPasswords } from './app-passwords';
import { AppPasswordDto, AppPasswordPage, CreateAppPasswordInput, NewAppPasswordDto } from './dto/app-password.dto';

@ApiTags('auth')
@Controller(`${API_PREFIX}/auth/app-passwords`)
export class AppPasswordsController {
  constructor(private readonly passwords: AppPasswords) {}

  @Get()
  @Summary('My app passwords, the newest first.')
  @Require()
  @Responds(200, AppPasswordPage)
  list(@CurrentUser() user: Principal, @Query() query: PageQuery): Promise<Page<AppPasswordDto>> {
    return this.passwords.list(user, query);
  }

  @Post()
  @Summary('Makes a password for one program; it is shown this once.')
  @Require()
  @RequireRecentAuth()
  @Responds(201, NewAppPasswordDto)
  create(@CurrentUser() user: Principal, @Body() input: CreateAppPasswordInput): Promise<NewAppPasswordDto> {
    return this.passwords.create(user, input);
  }

  @Delete(':id')
  @Summary('Takes one of them back.')
  @Require()
  @Responds(204, null, [AppPasswordNotFound])
  remove(@CurrentUser() user: Principal, @IdParam() id: string): Promise<void> {
    return this.passwords.delete(user, id);
  }
}
