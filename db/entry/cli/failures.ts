import type { Locale } from '#contract/ground/codes';
import { errorReasons, type ErrorReason, type Failure } from '#contract/ground/errors';
import { failureTexts } from '#contract/words/failures';
import { commandAdvice } from './failureAdvice.ts';
import { typeset } from './texts.ts';

/** The passphrase's length is the one thing about an input that has a message of its own. */
function reasonOf({ reason, fields }: Failure): ErrorReason | undefined {
  const short = fields?.some(({ path, code }) => /passphrase$/i.test(path) && code === 'too_small');
  return reason ?? (short ? 'passphrase_too_short' : undefined);
}

/** The cause, then what to do and what was saved: the screen's own words, but for the advice of a command. */
export function messageOf(failure: Failure, locale: Locale): readonly [title: string, advice: string] {
  const reason = reasonOf(failure);
  const texts = failureTexts[locale];
  const { title, advice } = reason ? texts.reason[reason] : texts.code[failure.code];
  return [typeset(title, locale), typeset(commandAdvice[locale][reason ?? failure.code] ?? advice, locale)];
}

/** What is wrong with one field, in words where the code is one of ours. */
export function fieldMessage(code: string, locale: Locale): string | null {
  const reason = errorReasons.find((each) => each === code);
  return reason ? typeset(failureTexts[locale].reason[reason].title, locale) : null;
}
