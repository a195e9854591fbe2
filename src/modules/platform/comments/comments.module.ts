import { Module } from '@nestjs/common';
import { ActivityModule } from '../activity';
import { SharingModule } from '../sharing';
import { CommentRows } from './comment-rows';
import { CommentsController } from './comments.controller';
import { CommentsPersonalData } from './comments-personal-data';
import { CommentsService } from './comments.service';

@Module({
  imports: [ActivityModule, SharingModule],
  controllers: [CommentsController],
  providers: [CommentRows, CommentsPersonalData, CommentsService],
})
export class CommentsModule {}
