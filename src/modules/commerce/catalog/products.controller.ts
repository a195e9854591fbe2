import { Body, Controller, Delete, Get, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { API_PREFIX, Public, Require } from '../../../core/web/access';
import { IdParam, Page, PageQuery, Responds, Summary } from '../../../core/web/dto';
import { PreconditionFailed } from '../../../core/kernel/errors';
import { IfMatch } from '../../../core/web/http';
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
import { StockMovementDto, StockMovementPage } from './dto/stock-movement.dto';
import { ProductsService } from './products.service';

const WRITE_ERRORS = [ProductNotFound, CategoryNotFound, SkuTaken, PreconditionFailed];

@ApiTags('catalog')
@Controller(`${API_PREFIX}/products`)
export class ProductsController {
  constructor(private readonly products: ProductsService) {}

  @Get()
  @Summary('Products, filtered and sorted.')
  @Public()
  @Responds(200, ProductPage)
  list(@Query() query: ProductQuery): Promise<Page<ProductDto>> {
    return this.products.list(query);
  }

  @Get(':id')
  @Summary('One product.')
  @Public()
  @Responds(200, ProductDto, [ProductNotFound])
  byId(@IdParam() id: string): Promise<ProductDto> {
    return this.products.byId(id);
  }

  @Get(':id/check-stock')
  @Summary('Whether so many are on hand.')
  @Public()
  @Responds(200, StockCheckDto, [ProductNotFound])
  checkStock(@IdParam() id: string, @Query() query: StockQuery): Promise<StockCheckDto> {
    return this.products.checkStock(id, query.quantity);
  }

  @Get(':id/movements')
  @Summary('Every change of the stock, the newest first.')
  @Require(CatalogPermission.Manage)
  @Responds(200, StockMovementPage, [ProductNotFound])
  movements(@IdParam() id: string, @Query() query: PageQuery): Promise<Page<StockMovementDto>> {
    return this.products.movements(id, query);
  }

  @Post()
  @Summary('Makes a product.')
  @Require(CatalogPermission.Manage)
  @Responds(201, ProductDto, [CategoryNotFound, SkuTaken])
  create(@Body() input: CreateProductInput): Promise<ProductDto> {
    return this.products.create(input);
  }

  @Put(':id')
  @Summary('Replaces a product; what is left out gets its default.')
  @Require(CatalogPermission.Manage)
  @Responds(200, ProductDto, WRITE_ERRORS)
  replace(@IdParam() id: string, @Body() input: CreateProductInput, @IfMatch() ifMatch?: string): Promise<ProductDto> {
    return this.products.replace(id, input, ifMatch);
  }

  @Patch(':id')
  @Summary('Changes what is given.')
  @Require(CatalogPermission.Manage)
  @Responds(200, ProductDto, WRITE_ERRORS)
  update(@IdParam() id: string, @Body() input: UpdateProductInput, @IfMatch() ifMatch?: string): Promise<ProductDto> {
    return this.products.update(id, input, ifMatch);
  }

  @Put(':id/stock')
  @Summary('Sets what is on hand.')
  @Require(CatalogPermission.Manage)
  @Responds(200, ProductDto, [ProductNotFound])
  setStock(@IdParam() id: string, @Body() input: StockInput): Promise<ProductDto> {
    return this.products.setStock(id, input.stock);
  }

  @Delete(':id')
  @Summary('Takes a product out of the catalogue; orders keep it.')
  @Require(CatalogPermission.Manage)
  @Responds(204, null, [ProductNotFound])
  remove(@IdParam() id: string): Promise<void> {
    return this.products.remove(id);
  }
}
