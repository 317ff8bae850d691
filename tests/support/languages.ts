import type { Locale } from '../../electron/contract/ground/codes.ts';

const playsBoth = process.env.VIGIE_BOTH_LANGUAGES === '1';

/**
 * The languages in which one screen's work is played: in English by `npm test`, in both by `npm run test:e2e:both`.
 */
export const languages: readonly Locale[] = playsBoth ? ['en', 'fr'] : ['en'];

/** The language of a long story: some are played in French, so that both are walked through by each run. */
export function storyLanguages(usual: Locale): readonly Locale[] {
  return playsBoth ? ['en', 'fr'] : [usual];
}
