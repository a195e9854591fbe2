import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Public, Require } from '../../../core/web/access';
import { PageQuery } from '../../../core/web/dto';
import { GraphqlContext, IdArg, loaderOf } from '../../../core/web/graphql';
import { CatalogPermission } from './catalog.permissions';
import { CategoriesService } from './categories.service';
import { CategoryDto, CreateCategoryInput, UpdateCategoryInput } from './dto/category.dto';
import { ProductDto } from './dto/product.dto';
import { ProductsService } from './products.service';

/** So many products of a category a nested list shows; `products(categoryId)` pages through all. */
const NESTED_LIMIT = 20;

@Resolver(() => CategoryDto)
export class CategoriesResolver {
  constructor(
    private readonly service: CategoriesService,
    private readonly productsService: ProductsService,
  ) {}

  @Query(() => CategoryDto)
  @Public()
  category(@IdArg() id: string): Promise<CategoryDto> {
    return this.service.byId(id);
  }

  @Query(() => [CategoryDto], { description: 'By name.' })
  @Public()
  async categories(@Args() page: PageQuery): Promise<CategoryDto[]> {
    return (await this.service.list(page)).items;
  }

  @ResolveField(() => [ProductDto], { description: `The newest ${NESTED_LIMIT}.` })
  @Public()
  products(@Parent() category: CategoryDto, @Context() context: GraphqlContext): Promise<ProductDto[]> {
    const load = (ids: readonly string[]) => this.productsService.ofCategories(ids, NESTED_LIMIT);
    return loaderOf(context, 'category.products', load).load(category.id);
  }

  @Mutation(() => CategoryDto)
  @Require(CatalogPermission.Manage)
  createCategory(@Args('input') input: CreateCategoryInput): Promise<CategoryDto> {
    return this.service.create(input);
  }

  @Mutation(() => CategoryDto)
  @Require(CatalogPermission.Manage)
  updateCategory(@IdArg() id: string, @Args('input') input: UpdateCategoryInput): Promise<CategoryDto> {
    return this.service.update(id, input);
  }

  @Mutation(() => Boolean)
  @Require(CatalogPermission.Manage)
  deleteCategory(@IdArg() id: string): Promise<boolean> {
    return this.service.remove(id).then(() => true);
  }
}
