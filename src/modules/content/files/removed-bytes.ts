import { Injectable } from '@nestjs/common';
import { Staging } from './staging';
import { FileStore } from './stores/file-store';

/** Removes the bytes of files whose rows have gone. */
@Injectable()
export class RemovedBytes {
  constructor(
    private readonly store: FileStore,
    private readonly staging: Staging,
  ) {}

  async remove(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      await this.store.remove(id);
      await this.staging.discard(this.staging.pathOf(id));
    }
  }
}
