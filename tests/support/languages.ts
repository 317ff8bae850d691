import type { Locale } from '../../electron/contract/ground/codes.ts';
import { isWhole } from './whole.ts';

const named = (['en', 'fr'] as const).find((each) => each === process.env['VIGIE_LANGUAGE']);

/**
 * The languages in which one screen's work is played: in English by `npm test`, in both by `npm run test:all`.
 */
export const languages: readonly Locale[] = storyLanguages('en');

/** The calendar run names the language of each story, and plays all of it. */
export const isCalendar = named !== undefined;

/** The language of a long story: some are played in French, so that both are walked through by each run. */
export function storyLanguages(usual: Locale): readonly Locale[] {
  if (named !== undefined) return [named];
  return isWhole ? ['en', 'fr'] : [usual];
}
