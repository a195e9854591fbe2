import { Body, Controller, Delete, Get, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { API_PREFIX, Public, Require } from '../../core/access';
import { IdParam, Page, Responds } from '../../core/dto';
import { PreconditionFailed } from '../../core/errors';
import { IfMatch } from '../../core/http';
import { CategoryNotFound, ProductNotFound, SkuTaken } from './catalog.errors';
import { CatalogPermission } from './catalog.permissions';
import {
  CreateProductInput,
  ProductDto,
  ProductPage,
  ProductQuery,
  StockCheckDto,
  StockInput,
  StockQuery,
  UpdateProductInput,
} from './dto/product.dto';
import { ProductsService } from './products.service';

const WRITE_ERRORS = [ProductNotFound, CategoryNotFound, SkuTaken, PreconditionFailed];

@ApiTags('catalog')
@Controller(`${API_PREFIX}/products`)
export class ProductsController {
  constructor(private readonly products: ProductsService) {}

  /** Products, filtered and sorted. */
  @Get()
  @Public()
  @Responds(200, ProductPage)
  list(@Query() query: ProductQuery): Promise<Page<ProductDto>> {
    return this.products.list(query);
  }

  /** One product. */
  @Get(':id')
  @Public()
  @Responds(200, ProductDto, [ProductNotFound])
  byId(@IdParam() id: string): Promise<ProductDto> {
    return this.products.byId(id);
  }

  /** Whether so many are on hand. */
  @Get(':id/check-stock')
  @Public()
  @Responds(200, StockCheckDto, [ProductNotFound])
  checkStock(@IdParam() id: string, @Query() query: StockQuery): Promise<StockCheckDto> {
    return this.products.checkStock(id, query.quantity);
  }

  /** Makes a product. */
  @Post()
  @Require(CatalogPermission.Manage)
  @Responds(201, ProductDto, [CategoryNotFound, SkuTaken])
  create(@Body() input: CreateProductInput): Promise<ProductDto> {
    return this.products.create(input);
  }

  /** Replaces a product; what is left out gets its default. */
  @Put(':id')
  @Require(CatalogPermission.Manage)
  @Responds(200, ProductDto, WRITE_ERRORS)
  replace(@IdParam() id: string, @Body() input: CreateProductInput, @IfMatch() ifMatch?: string): Promise<ProductDto> {
    return this.products.replace(id, input, ifMatch);
  }

  /** Changes what is given. */
  @Patch(':id')
  @Require(CatalogPermission.Manage)
  @Responds(200, ProductDto, WRITE_ERRORS)
  update(@IdParam() id: string, @Body() input: UpdateProductInput, @IfMatch() ifMatch?: string): Promise<ProductDto> {
    return this.products.update(id, input, ifMatch);
  }

  /** Sets what is on hand. */
  @Put(':id/stock')
  @Require(CatalogPermission.Manage)
  @Responds(200, ProductDto, [ProductNotFound])
  setStock(@IdParam() id: string, @Body() input: StockInput): Promise<ProductDto> {
    return this.products.setStock(id, input.stock);
  }

  /** Takes a product out of the catalogue; orders keep it. */
  @Delete(':id')
  @Require(CatalogPermission.Manage)
  @Responds(204, null, [ProductNotFound])
  remove(@IdParam() id: string): Promise<void> {
    return this.products.remove(id);
  }
}
