import { Controller, Delete } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { API_PREFIX, Require } from '../../../core/web/access';
import { Responds, Summary } from '../../../core/web/dto';
import { CatalogCache } from './catalog-cache';
import { CatalogPermission } from './catalog.permissions';

@ApiTags('catalog')
@Controller(`${API_PREFIX}/cache`)
export class CacheController {
  constructor(private readonly cache: CatalogCache) {}

  @Delete()
  @Summary('Empties the cache on all instances.')
  @Require(CatalogPermission.Manage)
  @Responds(204, null)
  clear(): Promise<void> {
    return this.cache.clear();
  }
}
