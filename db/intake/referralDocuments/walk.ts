import type { Tree } from './tree.ts';

/** A part of a report with the names that lead to it. */
export interface Found {
  readonly tree: Tree;
  readonly path: readonly string[];
}

/** Exports write `ipAddress`, `IP_Address` or `ip address` for the same thing. */
export function foldName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

export const nameOf = ({ path }: Found): string => foldName(path.at(-1) ?? '');

export function childrenOf({ tree, path }: Found): readonly Found[] {
  if (typeof tree === 'string') return [];
  if (isList(tree))
    return tree.flatMap((each) => (isList(each) ? childrenOf({ tree: each, path }) : [{ tree: each, path }]));
  return Object.entries(tree).flatMap(([name, held]) => {
    const child = { tree: held, path: [...path, name] };
    return isList(held) ? childrenOf(child) : [child];
  });
}

/** `Array.isArray` does not narrow a read-only list. */
function isList(tree: Tree): tree is readonly Tree[] {
  return Array.isArray(tree);
}

/** Every part of one of these names, the outermost of each branch, without looking into parts of the names left out. */
export function partsNamed(
  from: Found,
  names: ReadonlySet<string>,
  leftOut: ReadonlySet<string> = new Set(),
): readonly Found[] {
  return childrenOf(from).flatMap((child) => {
    const name = nameOf(child);
    if (leftOut.has(name)) return [];
    return names.has(name) ? [child] : partsNamed(child, names, leftOut);
  });
}

/** The part's own text: an element with attributes has it next to them. */
export function textOf({ tree }: Found): string | null {
  if (typeof tree === 'string') return tree === '' ? null : tree;
  if (isList(tree)) return null;
  const own = tree['#text'] ?? tree['value'];
  return typeof own === 'string' && own !== '' ? own : null;
}

/** The first text under one of these names, at any depth, and its place. */
export function firstFound(
  from: Found,
  ...names: readonly string[]
): { readonly text: string; readonly path: readonly string[] } | null {
  for (const part of partsNamed(from, new Set(names))) {
    const text = textOf(part);
    if (text !== null) return { text, path: part.path };
  }
  return null;
}

export function firstText(from: Found, ...names: readonly string[]): string | null {
  return firstFound(from, ...names)?.text ?? null;
}

/** Every text of the report with its path. */
export function leavesOf(from: Found): readonly Found[] {
  const children = childrenOf(from);
  return children.length === 0 ? [from] : children.flatMap(leavesOf);
}

/** As it is shown: `report > personOrUserReported > ipCaptureEvent`. */
export function printPath(path: readonly string[]): string {
  return path
    .filter((name) => name !== '#text')
    .slice(-4)
    .join(' > ')
    .slice(0, 200);
}
