import { codeTexts } from '#contract/words/codes';
import acts from '../../electron/contract/words/acts.fr.json';
import errors from '../../electron/contract/words/failures.fr.json';

const files = import.meta.glob<Record<string, unknown>>('./fr/*/*.json', { eager: true, import: 'default' });

/** Every namespace in French: one chunk, loaded while French is the language. */
export const texts = { ...files, 'codes.json': codeTexts('fr'), 'errors.json': errors, 'acts.json': acts };
