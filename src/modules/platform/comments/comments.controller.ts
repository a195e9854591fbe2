import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AllowLink, API_PREFIX, CurrentUser, Principal, Require } from '../../../core/web/access';
import { IdParam, Page, Responds, Summary } from '../../../core/web/dto';
import { IfMatch } from '../../../core/web/http';
import { PermissionMissing, ResourceNotFound } from '../sharing';
import { CommentIsAnswer, CommentNotFound, CommentNotOwn } from './comments.errors';
import { CommentsService } from './comments.service';
import { CommentDto, CommentPage, CommentQuery, CreateCommentInput, UpdateCommentInput } from './dto/comment.dto';

@ApiTags('comments')
@Controller(`${API_PREFIX}/comments`)
export class CommentsController {
  constructor(private readonly comments: CommentsService) {}

  @Get()
  @Summary('Comments of a resource that I may view, the oldest first, answers among them.')
  @Require()
  @AllowLink()
  @Responds(200, CommentPage, [ResourceNotFound])
  list(@CurrentUser() user: Principal, @Query() query: CommentQuery): Promise<Page<CommentDto>> {
    return this.comments.list(user, query);
  }

  @Get(':id')
  @Summary('One comment.')
  @Require()
  @AllowLink()
  @Responds(200, CommentDto, [CommentNotFound])
  byId(@CurrentUser() user: Principal, @IdParam() id: string): Promise<CommentDto> {
    return this.comments.byId(user, id);
  }

  @Post()
  @Summary('Comments a resource, or answers a comment. Whom it mentions learns of it if they may view the resource.')
  @Require()
  @AllowLink()
  @Responds(201, CommentDto, [ResourceNotFound, PermissionMissing, CommentNotFound])
  add(@CurrentUser() user: Principal, @Body() input: CreateCommentInput): Promise<CommentDto> {
    return this.comments.add(user, input);
  }

  @Patch(':id')
  @Summary('Changes a comment of mine.')
  @Require()
  @Responds(200, CommentDto, [CommentNotFound, CommentNotOwn, PermissionMissing])
  edit(
    @CurrentUser() user: Principal,
    @IdParam() id: string,
    @Body() input: UpdateCommentInput,
    @IfMatch() ifMatch?: string,
  ): Promise<CommentDto> {
    return this.comments.edit(user, id, input, ifMatch);
  }

  @Delete(':id')
  @Summary('Deletes a comment of mine, or of what I manage; one with answers keeps its place.')
  @Require()
  @Responds(204, null, [CommentNotFound, CommentNotOwn])
  remove(@CurrentUser() user: Principal, @IdParam() id: string): Promise<void> {
    return this.comments.remove(user, id);
  }

  @Post(':id/resolve')
  @Summary('Resolves a thread.')
  @Require()
  @AllowLink()
  @HttpCode(200)
  @Responds(200, CommentDto, [CommentNotFound, PermissionMissing, CommentIsAnswer])
  resolve(@CurrentUser() user: Principal, @IdParam() id: string): Promise<CommentDto> {
    return this.comments.resolve(user, id);
  }

  @Delete(':id/resolve')
  @Summary('Reopens a thread.')
  @Require()
  @AllowLink()
  @Responds(200, CommentDto, [CommentNotFound, PermissionMissing, CommentIsAnswer])
  reopen(@CurrentUser() user: Principal, @IdParam() id: string): Promise<CommentDto> {
    return this.comments.reopen(user, id);
  }
}
