import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { API_PREFIX, CurrentUser, Principal, Require } from '../../../core/web/access';
import { Page, Responds, Summary } from '../../../core/web/dto';
import { SearchHitDto, SearchPage, SearchQuery } from './dto/search.dto';
import { SearchService } from './search.service';

@ApiTags('search')
@Controller(`${API_PREFIX}/search`)
export class SearchController {
  constructor(private readonly search: SearchService) {}

  @Get()
  @Summary('Finds resources of every kind that I may view by the words of their titles and texts, the best first.')
  @Require()
  @Responds(200, SearchPage)
  find(@CurrentUser() user: Principal, @Query() query: SearchQuery): Promise<Page<SearchHitDto>> {
    return this.search.find(user, query);
  }
}
