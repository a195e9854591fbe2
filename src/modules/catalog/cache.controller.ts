import { Controller, Delete } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { API_PREFIX, Require } from '../../core/access';
import { Cache } from '../../core/cache';
import { Responds, Summary } from '../../core/dto';
import { CatalogPermission } from './catalog.permissions';

@ApiTags('catalog')
@Controller(`${API_PREFIX}/cache`)
export class CacheController {
  constructor(private readonly cache: Cache) {}

  @Delete()
  @Summary('Empties the cache on all instances.')
  @Require(CatalogPermission.Manage)
  @Responds(204, null)
  clear(): Promise<void> {
    return this.cache.clear();
  }
}
