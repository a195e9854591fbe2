import type { ResourceKind, Screen, WebModule } from './define-module';

const found = import.meta.glob<WebModule>('../modules/*/routes.ts', { eager: true, import: 'default' });

export const MODULES: readonly WebModule[] = Object.values(found);
export const SCREENS: readonly Screen[] = MODULES.flatMap(({ screens }) => screens);
export const HOME_CARDS = MODULES.flatMap(({ home = [] }) => home).sort((a, b) => a.order - b.order);
const KINDS = Object.assign({}, ...MODULES.map(({ resources = {} }) => resources)) as Record<string, ResourceKind>;

/** Where a resource is shown; null for a type that has no screen. */
export const kindOf = (type: string): ResourceKind | null => KINDS[type] ?? null;
