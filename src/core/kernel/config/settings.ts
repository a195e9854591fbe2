import { EnvField, readFields } from './fields';

/** What the settings of modules need of `Config`. */
interface Installation {
  readonly env: 'development' | 'test' | 'production';
}

/** Variables that one module reads; its manifest names them, so that the start checks them and `.env.example` shows them. */
export interface Settings<V extends object = object> {
  readonly fields: { readonly [K in keyof V]: EnvField<V[K]> };
  /** @throws ConfigError for values that do not go together, or not with the installation's own */
  check(values: V, config: Installation): void;
}

const environments = new WeakMap<Installation, Readonly<Record<string, string | undefined>>>();
const read = new WeakMap<Installation, Map<object, object>>();

/**
 * Declares the variables of a module.
 * @param check throws a ConfigError for values that do not go together
 * @example export const gatewaySettings = defineSettings({ upstreams: parsed('GATEWAY_UPSTREAMS', { … }, parseUpstreams) });
 */
export function defineSettings<V extends object>(
  fields: Settings<V>['fields'],
  check: (values: V, config: Installation) => void = () => undefined,
): Settings<V> {
  return { fields, check };
}

/** Called by `loadConfig`: where the settings of modules are read from. */
export function rememberEnvironment(config: Installation, env: Readonly<Record<string, string | undefined>>): void {
  environments.set(config, env);
}

/** The values of a module's variables, read once. @throws ConfigError naming the first variable that is wrong, never its value */
export function settingsOf<V extends object>(config: Installation, settings: Settings<V>): V {
  let known = read.get(config);
  if (!known) read.set(config, (known = new Map<object, object>()));
  const found = known.get(settings) as V | undefined;
  if (found) return found;
  const values = Object.freeze(readFields(settings.fields, environments.get(config) ?? {}, config.env)) as V;
  settings.check(values, config);
  known.set(settings, values);
  return values;
}
