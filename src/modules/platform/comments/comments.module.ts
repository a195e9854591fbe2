import { Module } from '@nestjs/common';
import { NotificationsModule } from '../../communication/notifications';
import { UsersModule } from '../../identity/users';
import { ActivityModule } from '../activity';
import { SharingModule } from '../sharing';
import { CommentNotices } from './comment-notices';
import { CommentRows } from './comment-rows';
import { CommentsController } from './comments.controller';
import { CommentsPersonalData } from './comments-personal-data';
import { CommentsService } from './comments.service';

@Module({
  imports: [ActivityModule, NotificationsModule, SharingModule, UsersModule],
  controllers: [CommentsController],
  providers: [CommentNotices, CommentRows, CommentsPersonalData, CommentsService],
})
export class CommentsModule {}
