import { Injectable } from '@nestjs/common';
import type { ResourceKind } from '../../platform/sharing';
import { FilesPermission } from './files.permissions';
import { FilesService } from './files.service';

/** Files as resources. */
@Injectable()
export class FileResources implements ResourceKind {
  readonly type = 'file';
  readonly managedBy = FilesPermission.Manage;

  constructor(private readonly files: FilesService) {}

  purge(ids: readonly string[]): Promise<void> {
    return this.files.purge(ids);
  }
}
