export { Downloads } from './downloads';
export { FileDto, ShareDto } from './dto/file.dto';
export { FilesDemo } from './files.demo';
export { FileDamaged, FileNotFound, QuotaExceeded, StorageFull } from './files.errors';
export { FilesModule } from './files.module';
export { FilesPermission } from './files.permissions';
export { FilesService, OwnContent, PreparedFile } from './files.service';
export { SharesService } from './shares.service';
