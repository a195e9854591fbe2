export { IdArg } from './id-arg';
export { GraphqlContext, loaderOf } from './loader';
