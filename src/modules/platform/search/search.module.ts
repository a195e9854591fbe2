import { Module } from '@nestjs/common';
import { SharingModule } from '../sharing';
import { SearchController } from './search.controller';
import { SearchIndex } from './search-index';
import { SearchService } from './search.service';

@Module({
  imports: [SharingModule],
  controllers: [SearchController],
  providers: [SearchIndex, SearchService],
})
export class SearchModule {}
