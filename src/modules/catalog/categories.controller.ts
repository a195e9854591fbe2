import { Body, Controller, Delete, Get, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { API_PREFIX, Public, Require } from '../../core/access';
import { IdParam, Page, PageQuery, Responds } from '../../core/dto';
import { PreconditionFailed } from '../../core/errors';
import { IfMatch } from '../../core/http';
import { CategoryNameTaken, CategoryNotEmpty, CategoryNotFound } from './catalog.errors';
import { CatalogPermission } from './catalog.permissions';
import { CategoriesService } from './categories.service';
import { CategoryDto, CategoryPage, CreateCategoryInput } from './dto/category.dto';

@ApiTags('catalog')
@Controller(`${API_PREFIX}/categories`)
export class CategoriesController {
  constructor(private readonly categories: CategoriesService) {}

  /** Categories by name. */
  @Get()
  @Public()
  @Responds(200, CategoryPage)
  list(@Query() query: PageQuery): Promise<Page<CategoryDto>> {
    return this.categories.list(query);
  }

  /** One category. */
  @Get(':id')
  @Public()
  @Responds(200, CategoryDto, [CategoryNotFound])
  byId(@IdParam() id: string): Promise<CategoryDto> {
    return this.categories.byId(id);
  }

  /** Makes a category. */
  @Post()
  @Require(CatalogPermission.Manage)
  @Responds(201, CategoryDto, [CategoryNameTaken])
  create(@Body() input: CreateCategoryInput): Promise<CategoryDto> {
    return this.categories.create(input);
  }

  /** Replaces a category. */
  @Put(':id')
  @Require(CatalogPermission.Manage)
  @Responds(200, CategoryDto, [CategoryNotFound, CategoryNameTaken, PreconditionFailed])
  replace(
    @IdParam() id: string,
    @Body() input: CreateCategoryInput,
    @IfMatch() ifMatch?: string,
  ): Promise<CategoryDto> {
    return this.categories.replace(id, input, ifMatch);
  }

  /** Deletes an empty category. */
  @Delete(':id')
  @Require(CatalogPermission.Manage)
  @Responds(204, null, [CategoryNotFound, CategoryNotEmpty])
  remove(@IdParam() id: string): Promise<void> {
    return this.categories.remove(id);
  }
}
