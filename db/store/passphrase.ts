import type { PassphraseStrength, PassphraseWeakness } from '#contract/store/session';
import { StoreFailure } from '../ground/kernel/failure.ts';

/** Judges a passphrase, knowing what is known of its owner: names, login, workspace. */
export type JudgePassphrase = (passphrase: string, about: readonly string[]) => Promise<PassphraseStrength>;

/** A thief who tries on a computer of 2026 needs months for as many tries, each of a million rounds. */
const enoughTries = 10;

/** What follows is not read: a longer text could take seconds to judge, and is judged by less than it is worth. */
const readCharacters = 40;

const weaknesses: Readonly<Record<string, PassphraseWeakness>> = {
  simpleRepeat: 'repeats',
  extendedRepeat: 'repeats',
  straightRow: 'keyboard',
  keyPattern: 'keyboard',
  sequences: 'keyboard',
  recentYears: 'dates',
  dates: 'dates',
  namesByThemselves: 'names',
  commonNames: 'names',
  userInputs: 'names',
};

/** 300,000 words are read once, where a passphrase is first chosen. */
async function loadEstimator() {
  const [{ ZxcvbnFactory }, common, english, french] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
    import('@zxcvbn-ts/language-fr'),
  ]);
  return new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary, ...french.dictionary },
    graphs: common.adjacencyGraphs,
    maxLength: readCharacters,
  });
}

let estimator: ReturnType<typeof loadEstimator> | null = null;

/** By how many tries find it, with English and French words, names, keyboards and dates known. */
export const judgePassphrase: JudgePassphrase = async (passphrase, about) => {
  estimator ??= loadEstimator();
  // Of a long passphrase that is to be replaced, what is read of the new one too.
  const known = about
    .flatMap((each) => [each.slice(0, readCharacters), ...each.split(/[^\p{L}\p{N}]+/u)])
    .filter((each) => each.length > 2);
  const { score, guessesLog10, feedback } = (await estimator).check(passphrase, known);
  const isEnough = guessesLog10 >= enoughTries;
  return {
    score,
    isEnough,
    weakness: isEnough ? null : (weaknesses[feedback.warning ?? ''] ?? 'common'),
  };
};

/** @throws `passphrase_weak` at the field, with which everything stays as it was */
export async function requireStrong(
  { options }: { readonly options: { readonly judgePassphrase?: JudgePassphrase } },
  path: string,
  passphrase: string,
  about: readonly string[],
): Promise<void> {
  const judge = options.judgePassphrase ?? judgePassphrase;
  if ((await judge(passphrase, about)).isEnough) return;
  throw new StoreFailure('invalid_input', 'passphrase_weak', [{ path, code: 'passphrase_weak' }]);
}
