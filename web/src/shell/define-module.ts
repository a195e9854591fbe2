import type { ComponentType } from 'react';

/** A file's default export, loaded when it is first shown. */
export type Lazy<Props = object> = () => Promise<{ default: ComponentType<Props> }>;

/** Groups of the navigation, in their order. */
export const GROUPS = ['home', 'shop', 'school', 'content', 'communication', 'platform', 'admin'] as const;
export type Group = (typeof GROUPS)[number];

export interface Screen {
  /** As the server has it: `/users/$id`. The server reads it as text, so it is a literal on a line of its own. */
  readonly path: string;
  /** In English; it is the key of its translation. */
  readonly title: string;
  /** Name of its drawing; needed where it stands in the navigation. */
  readonly icon?: ComponentType<{ size?: number | string; stroke?: number | string }>;
  /** Where it stands in the navigation; none: it is reached from other screens. */
  readonly group?: Group;
  /** Without it the screen is neither shown in the navigation nor opened. */
  readonly permission?: string;
  /** Whoever has one of these roles may open it too, without the permission; alone: nobody else. */
  readonly roles?: readonly string[];
  /** `bare`: without the frame, for who is nobody yet or anybody. */
  readonly frame?: 'whole' | 'bare';
  readonly component: Lazy;
  /** What somebody new does here first, in a few words; told on the first screen until it is put away. */
  readonly firstStep?: string;
}

/** What a module adds to the shell, which knows no module. */
export interface WebModule {
  readonly name: string;
  readonly screens: readonly Screen[];
  /** Cards of the first screen, in the order of their `order`, small first. */
  readonly home?: readonly HomeCard[];
  /** What stands in the head beside the account, such as a bell. */
  readonly head?: Lazy;
  /** Where resources of a type are shown, for search, trash and activity. */
  readonly resources?: Readonly<Record<string, ResourceKind>>;
}

export interface HomeCard {
  readonly order: number;
  readonly permission?: string;
  /** As of a screen. */
  readonly roles?: readonly string[];
  readonly component: Lazy;
}

export interface ResourceKind {
  /** What one is called, in English: `File`. */
  readonly title: string;
  /** The path of one's screen. */
  readonly path: (id: string) => string;
}

/** In `web/src/modules/<name>/routes.ts`, as its default export. */
export const defineModule = (module: WebModule): WebModule => module;
