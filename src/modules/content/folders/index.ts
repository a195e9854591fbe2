export { PATH_MAX } from './dto/folder.dto';
export { FolderPaths } from './folder-paths';
export { FolderNotFound } from './folders.errors';
export { foldersManifest } from './folders.manifest';
export { FoldersModule } from './folders.module';
export { FoldersService } from './folders.service';
