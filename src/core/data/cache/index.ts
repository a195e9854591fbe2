export { Cache, CacheQuery } from './cache';
