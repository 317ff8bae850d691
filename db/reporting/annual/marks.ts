import type { ValueStatus } from '#contract/ground/codes';
import { headings } from '#contract/words/headings';
import type { Language } from '../../documents/page/language.ts';
import { markup, type Markup } from '../../documents/page/markup.ts';
import { both } from '../../documents/workbook/table.ts';

/** After a figure of which a part is missing. */
export const partialMark = (status: ValueStatus): string => (status === 'partial' ? ' p' : '');

/** On paper, a figure with what it covers under it, and whether it comes, in whole or in part, from a form that nothing signs. */
export function withCover(
  figure: string | Markup,
  cover: string,
  { say }: Language,
  isUnsigned: boolean | undefined = false,
): Markup {
  const unsigned = isUnsigned ? markup`<br>${say(headings.partlyUnsigned)}` : null;
  return markup`${figure}<br><span class="definition">${cover}${unsigned}</span>`;
}

/** In a cell of a sheet, after its words. */
export const unsignedSuffix = (isUnsigned: boolean | undefined): string =>
  isUnsigned ? `, ${both(headings.partlyUnsigned)}` : '';
