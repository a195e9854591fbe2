export { Downloads, FILE_BYTES } from './downloads';
export { FileDto, ShareDto } from './dto/file.dto';
export { FileDamaged, FileNotFound, QuotaExceeded, StorageFull } from './files.errors';
export { filesManifest } from './files.manifest';
export { FilesModule } from './files.module';
export { FilesPermission } from './files.permissions';
export { FilesService, OwnContent, PreparedFile } from './files.service';
export { SharesService } from './shares.service';
