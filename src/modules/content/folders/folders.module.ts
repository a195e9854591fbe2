import { Module } from '@nestjs/common';
import { SharingModule } from '../../platform/sharing';
import { FolderPaths } from './folder-paths';
import { FolderKind } from './folder.kind';
import { FoldersPersonalData } from './folders-personal-data';
import { FoldersController } from './folders.controller';
import { FoldersService } from './folders.service';

@Module({
  imports: [SharingModule],
  controllers: [FoldersController],
  providers: [FolderKind, FolderPaths, FoldersPersonalData, FoldersService],
  exports: [FolderPaths, FoldersService],
})
export class FoldersModule {}
