import { headings } from '#contract/words/headings';
import type { Language } from '../../documents/page/language.ts';
import { markup, type Markup } from '../../documents/page/markup.ts';
import { both } from '../../documents/workbook/table.ts';

/** On paper, on a line of its own under a figure that comes, in whole or in part, from a form that nothing signs. */
export const unsignedLine = (isUnsigned: boolean | undefined, { say }: Language): Markup | null =>
  isUnsigned ? markup`<br>${say(headings.partlyUnsigned)}` : null;

/** The same in a cell of a sheet, after its words. */
export const unsignedSuffix = (isUnsigned: boolean | undefined): string =>
  isUnsigned ? `, ${both(headings.partlyUnsigned)}` : '';
