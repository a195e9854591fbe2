import { Body, Controller, Delete, Get, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { API_PREFIX, Public, Require } from '../../../core/web/access';
import { IdParam, Page, PageQuery, Responds, Summary } from '../../../core/web/dto';
import { PreconditionFailed } from '../../../core/kernel/errors';
import { IfMatch } from '../../../core/web/http';
import { CategoryNameTaken, CategoryNotEmpty, CategoryNotFound } from './catalog.errors';
import { CatalogPermission } from './catalog.permissions';
import { CategoriesService } from './categories.service';
import { CategoryDto, CategoryPage, CreateCategoryInput } from './dto/category.dto';

@ApiTags('catalog')
@Controller(`${API_PREFIX}/categories`)
export class CategoriesController {
  constructor(private readonly categories: CategoriesService) {}

  @Get()
  @Summary('Categories by name.')
  @Public()
  @Responds(200, CategoryPage)
  list(@Query() query: PageQuery): Promise<Page<CategoryDto>> {
    return this.categories.list(query);
  }

  @Get(':id')
  @Summary('One category.')
  @Public()
  @Responds(200, CategoryDto, [CategoryNotFound])
  byId(@IdParam() id: string): Promise<CategoryDto> {
    return this.categories.byId(id);
  }

  @Post()
  @Summary('Makes a category.')
  @Require(CatalogPermission.Manage)
  @Responds(201, CategoryDto, [CategoryNameTaken])
  create(@Body() input: CreateCategoryInput): Promise<CategoryDto> {
    return this.categories.create(input);
  }

  @Put(':id')
  @Summary('Replaces a category.')
  @Require(CatalogPermission.Manage)
  @Responds(200, CategoryDto, [CategoryNotFound, CategoryNameTaken, PreconditionFailed])
  replace(
    @IdParam() id: string,
    @Body() input: CreateCategoryInput,
    @IfMatch() ifMatch?: string,
  ): Promise<CategoryDto> {
    return this.categories.replace(id, input, ifMatch);
  }

  @Delete(':id')
  @Summary('Deletes an empty category.')
  @Require(CatalogPermission.Manage)
  @Responds(204, null, [CategoryNotFound, CategoryNotEmpty])
  remove(@IdParam() id: string): Promise<void> {
    return this.categories.remove(id);
  }
}
