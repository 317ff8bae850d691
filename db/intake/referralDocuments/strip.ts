import { hidesBinary } from '../../documents/tables/detect.ts';
import type { Tree } from './tree.ts';
import { foldName } from './walk.ts';

/** Parts that hold an image's own data, whatever their text looks like. */
const imageParts: ReadonlySet<string> = new Set([
  'thumbnail',
  'exif',
  'exifdata',
  'image',
  'imagedata',
  'base64',
  'filecontent',
  'filedata',
]);

export interface Stripped {
  readonly tree: Tree;
  readonly count: number;
}

/** The report without a piece of any image: what is left out is counted and never read again. */
export function stripBinary(tree: Tree): Stripped {
  let count = 0;
  const clean = (each: Tree): Tree => {
    if (typeof each === 'string') {
      if (!hidesBinary(each)) return each;
      count += 1;
      return '';
    }
    if (Array.isArray(each)) return each.map(clean);
    return Object.fromEntries(
      Object.entries(each).flatMap(([name, held]) => {
        if (!imageParts.has(foldName(name)) || held === '') return [[name, clean(held)]];
        count += 1;
        return [];
      }),
    );
  };
  return { tree: clean(tree), count };
}
