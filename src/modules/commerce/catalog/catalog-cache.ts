import { Injectable } from '@nestjs/common';
import { Audit } from '../../../core/data/audit';
import { Cache } from '../../../core/data/cache';

/** Emptying the cache by hand. */
@Injectable()
export class CatalogCache {
  constructor(
    private readonly cache: Cache,
    private readonly audit: Audit,
  ) {}

  /** Makes everything cached stale, on all instances. */
  async clear(): Promise<void> {
    await this.audit.record({ action: 'catalog.cache-cleared' });
    await this.cache.clear();
  }
}
