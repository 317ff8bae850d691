import { z } from 'zod';
import { breakdown, type Breakdown } from './breakdowns.ts';
import { bilingual, type Bilingual } from '../ground/common.ts';
import { categories } from '../words/measures.ts';

/** Names of categories that come from a catalogue, as they were when the return was made. */
export const namedCategory = z.object({ by: breakdown, code: z.string(), name: bilingual });
export type NamedCategory = z.infer<typeof namedCategory>;

/** The name of a category: its own, the catalogue's, or its code where neither knows it. */
export function categoryName(
  { by, category }: { readonly by: Breakdown; readonly category: string },
  named: readonly NamedCategory[],
): Bilingual {
  const own: Readonly<Record<string, Bilingual | undefined>> = categories[by];
  return (
    own[category] ?? named.find((row) => row.by === by && row.code === category)?.name ?? { en: category, fr: category }
  );
}
