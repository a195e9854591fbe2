import { defineModule, keep, sweepBy } from '../../../core/module';
import { RESOURCE_LISTENERS } from '../sharing';
import { SearchIndex } from './search-index';
import { SEARCH_INVARIANTS } from './search.invariants';
import { SearchModule } from './search.module';

export const searchManifest = defineModule({
  name: 'search',
  group: 'platform',
  module: SearchModule,
  uses: ['sharing'],
  extends: [RESOURCE_LISTENERS.add(SearchIndex)],
  invariants: SEARCH_INVARIANTS,
  housekeeping: [
    keep(['search_entries'], 'as long as the resource'),
    sweepBy(SearchIndex, (index) => index.sweepTerms(), {
      name: 'search.terms',
      tables: ['search_terms'],
      everyMs: 3_600_000,
      kept: 'until a day after the last text that has the word',
    }),
  ],
});
