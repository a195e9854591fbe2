export { Cache, CacheCodec, CacheQuery } from './cache';
