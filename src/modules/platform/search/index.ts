export { searchManifest } from './search.manifest';
export { SearchModule } from './search.module';
