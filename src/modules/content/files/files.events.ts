import { DomainEvent } from '../../../core/data/events';

/** Rows have gone; their bytes are still to go. */
export class FilesRemoved extends DomainEvent {
  static override readonly type = 'files.removed';
  static override readonly durable = true;

  constructor(readonly ids: readonly string[]) {
    super();
  }
}
