import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Public, Require } from '../../../core/web/access';
import { GraphqlContext, IdArg, loaderOf } from '../../../core/web/graphql';
import { CatalogPermission } from './catalog.permissions';
import { CategoriesService } from './categories.service';
import { CategoryDto } from './dto/category.dto';
import {
  CreateProductInput,
  ProductDto,
  ProductQuery,
  SearchArgs,
  StockArgs,
  UpdateProductInput,
} from './dto/product.dto';
import { ProductsService } from './products.service';

@Resolver(() => ProductDto)
export class ProductsResolver {
  constructor(
    private readonly service: ProductsService,
    private readonly categories: CategoriesService,
  ) {}

  @Query(() => ProductDto)
  @Public()
  product(@IdArg() id: string): Promise<ProductDto> {
    return this.service.byId(id);
  }

  @Query(() => [ProductDto], { description: 'The newest first.' })
  @Public()
  async products(@Args() args: ProductQuery): Promise<ProductDto[]> {
    return (await this.service.list(args)).items;
  }

  @Query(() => [ProductDto], { description: 'The best match first.' })
  @Public()
  async searchProducts(@Args() args: SearchArgs): Promise<ProductDto[]> {
    return (await this.service.search(args)).items;
  }

  @ResolveField(() => CategoryDto, { nullable: true })
  @Public()
  category(@Parent() product: ProductDto, @Context() context: GraphqlContext): Promise<CategoryDto | null> {
    const load = (ids: readonly string[]) => this.categories.byIds(ids);
    return loaderOf(context, 'product.category', load).load(product.categoryId);
  }

  @Mutation(() => ProductDto)
  @Require(CatalogPermission.Manage)
  createProduct(@Args('input') input: CreateProductInput): Promise<ProductDto> {
    return this.service.create(input);
  }

  @Mutation(() => ProductDto)
  @Require(CatalogPermission.Manage)
  updateProduct(@IdArg() id: string, @Args('input') input: UpdateProductInput): Promise<ProductDto> {
    return this.service.update(id, input);
  }

  @Mutation(() => Boolean)
  @Require(CatalogPermission.Manage)
  deleteProduct(@IdArg() id: string): Promise<boolean> {
    return this.service.remove(id).then(() => true);
  }

  @Mutation(() => ProductDto, { description: 'Sets what is on hand, or just whether there is any.' })
  @Require(CatalogPermission.Manage)
  updateProductStock(@Args() { id, inStock, stock }: StockArgs): Promise<ProductDto> {
    return this.service.setAvailability(id, inStock, stock);
  }
}
