import { join } from 'node:path';
import { Inject, Module, OnApplicationShutdown } from '@nestjs/common';
import { Config, CONFIG } from '../../../core/kernel/config';
import { Breakers } from '../../../core/outbound';
import { UsersModule } from '../../identity/users';
import { SharingModule } from '../../platform/sharing';
import { FoldersModule } from '../folders';
import './entities/file-share.entity';
import './entities/file-upload.entity';
import './entities/file-usage.entity';
import './entities/stored-file.entity';
import { FileAttachments } from './file-attachments';
import { FileResources } from './file.kind';
import { UploadValidator } from './upload-validator';
import { FileContents } from './file-contents';
import { FileWriter } from './file-writer';
import { FileSweeper } from './file-sweeper';
import { FileUsages } from './file-usage';
import { FilesAdminController } from './files-admin.controller';
import { FilesController } from './files.controller';
import { FilesDemo } from './files.demo';
import { FilesPersonalData } from './files-personal-data';
import { RemovedBytes } from './removed-bytes';
import { FilesService } from './files.service';
import { FsckService } from './fsck.service';
import { SharesService } from './shares.service';
import { Staging } from './staging';
import { DirectoryStore } from './stores/directory-store';
import { FileStore } from './stores/file-store';
import { TusUploads } from './tus/tus-uploads';
import { TusController } from './tus/tus.controller';
import { TusService } from './tus/tus.service';

/** S3 when there is a bucket, else a directory. The package that speaks S3 is loaded by who uses it. */
async function makeStore(config: Config, breakers: Breakers): Promise<FileStore> {
  if (config.s3Bucket === '') return new DirectoryStore(join(config.dataDir, 'files', 'store'));
  const { S3Store } = await import('./stores/s3-store.js');
  return new S3Store(config, breakers.get('s3'));
}

@Module({
  imports: [FoldersModule, SharingModule, UsersModule],
  controllers: [FilesController, FilesAdminController, TusController],
  providers: [
    { provide: FileStore, useFactory: makeStore, inject: [CONFIG, Breakers] },
    FileAttachments,
    FileResources,
    UploadValidator,
    FileContents,
    FileWriter,
    FileSweeper,
    FileUsages,
    FilesDemo,
    FilesPersonalData,
    RemovedBytes,
    FilesService,
    FsckService,
    SharesService,
    Staging,
    TusService,
    TusUploads,
  ],
  exports: [FilesDemo, FilesService, SharesService],
})
export class FilesModule implements OnApplicationShutdown {
  constructor(@Inject(FileStore) private readonly store: FileStore) {}

  onApplicationShutdown(): void {
    this.store.close();
  }
}
