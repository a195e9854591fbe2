import DataLoader from 'dataloader';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** What every resolver of one request shares. */
export interface GraphqlContext {
  readonly req: FastifyRequest;
  readonly reply: FastifyReply;
  loaders?: Map<string, DataLoader<string, unknown>>;
}

/**
 * The request's loader of this name: all keys that one level of a query needs become one batch, each key once.
 * Nothing is remembered beyond the batch.
 * @param load answers in the order of the keys
 */
export function loaderOf<V>(
  context: GraphqlContext,
  name: string,
  load: (keys: readonly string[]) => Promise<V[]>,
): DataLoader<string, V> {
  context.loaders ??= new Map();
  let loader = context.loaders.get(name) as DataLoader<string, V> | undefined;
  if (!loader) {
    const batched = new DataLoader<string, V>((keys) => {
      batched.clearAll(); // a later mutation of the same document may change what was loaded
      return load(keys);
    });
    loader = batched;
    context.loaders.set(name, loader);
  }
  return loader;
}
