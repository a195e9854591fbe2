import { defineModule } from '../../../core/module';
import { ExpressionsModule } from './expressions.module';

export const expressionsManifest = defineModule({
  name: 'expressions',
  group: 'platform',
  module: ExpressionsModule,
  uses: [],
});
