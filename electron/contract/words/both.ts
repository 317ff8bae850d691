import type { Bilingual } from '../ground/common.ts';

/** One concept in both languages. */
export const both = (en: string, fr: string): Bilingual => ({ en, fr });
