import { InputFailure } from '../../../../db/entry/cli/outcome.ts';
import { wordsOf } from '../../../../db/entry/cli/texts.ts';

/** What is said in both languages; null where nothing is refused. */
export function said(act: () => void): readonly [string, string] | null {
  try {
    act();
    return null;
  } catch (error) {
    if (!(error instanceof InputFailure)) throw error;
    const { key, values } = error;
    return [wordsOf('en').say(key, values), wordsOf('fr').say(key, values)];
  }
}
