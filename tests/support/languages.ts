import type { Locale } from '../../electron/contract/ground/codes.ts';

/**
 * The languages in which one screen's work is played. The stories and the newcomer's tour of every screen are told in both by
 * `npm test`; the rest in English, and in both by `npm run test:e2e:both`.
 */
export const languages: readonly Locale[] = process.env.VIGIE_BOTH_LANGUAGES === '1' ? ['en', 'fr'] : ['en'];
