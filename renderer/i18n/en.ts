import { codeTexts } from '#contract/words/codes';
import acts from '../../electron/contract/words/acts.en.json';
import errors from '../../electron/contract/words/failures.en.json';

const files = import.meta.glob<Record<string, unknown>>('./en/*/*.json', { eager: true, import: 'default' });

/** Every namespace in English: one chunk, loaded while English is the language. */
export const texts = { ...files, 'codes.json': codeTexts('en'), 'errors.json': errors, 'acts.json': acts };
