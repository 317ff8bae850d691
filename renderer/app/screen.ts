import type { Icon } from '@tabler/icons-react';
import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { Role, WorkspaceKind } from '#contract/ground/codes';
import type { TextKey } from '../i18n/text.ts';

/** Entries that are not each day's work. */
export type MenuGroup = 'more' | 'reporting' | 'records';

export interface Screen {
  /** The screen also gets every path below it: its own `<Route>`s divide them. */
  readonly path: string;
  readonly navKey: TextKey;
  readonly icon: Icon;
  readonly roles: readonly Role[] | 'anyone';
  /** Absent: both kinds of workspace. */
  readonly workspace?: WorkspaceKind;
  /** Not for a coordinator who sees some agreements only. */
  readonly allAgreements?: true;
  /** Menu entries of one section are together. */
  readonly section: 'files' | 'figures' | 'workspace';
  /** Of who works cases: the entry is in a group that opens. Absent: seen at once. */
  readonly group?: MenuGroup;
  /** Reached from the screen of this path, and no entry of its own. */
  readonly under?: string;
  readonly element: LazyExoticComponent<ComponentType>;
  /** Count shown next to the menu entry: how much waits behind it. */
  readonly badge?: LazyExoticComponent<ComponentType>;
  /** Mounted wherever one is: keys that open the screen. */
  readonly everywhere?: LazyExoticComponent<ComponentType>;
}

/** What a module exports under this name, read when it is first shown. */
export function screen<Name extends string>(
  load: () => Promise<Readonly<Record<NoInfer<Name>, ComponentType>>>,
  name: Name,
): LazyExoticComponent<ComponentType> {
  return lazy(async () => ({ default: (await load())[name] }));
}
