import type { Locale } from '#contract/ground/codes';
import { errorReasons, type ErrorReason, type Failure } from '#contract/ground/errors';
import { englishFailures } from './failures/english.ts';
import { frenchFailures } from './failures/french.ts';
import type { FailureWords, Message } from './failures/words.ts';
import { typeset } from './texts.ts';

const failureWords: Readonly<Record<Locale, FailureWords>> = { en: englishFailures, fr: frenchFailures };

/** The passphrase's length is the one thing about an input that has a message of its own. */
function reasonOf({ reason, fields }: Failure): ErrorReason | undefined {
  const short = fields?.some(({ path, code }) => /passphrase$/i.test(path) && code === 'too_small');
  return reason ?? (short ? 'passphrase_too_short' : undefined);
}

/** A sentence on what happened, and one on what was kept and what to do. */
export function messageOf(failure: Failure, locale: Locale): Message {
  const reason = reasonOf(failure);
  const { codes, reasons } = failureWords[locale];
  const [title, advice] = reason ? reasons[reason] : codes[failure.code];
  return [typeset(title, locale), typeset(advice, locale)];
}

/** What is wrong with one field, in words where the code is one of ours. */
export function fieldMessage(code: string, locale: Locale): string | null {
  const reason = errorReasons.find((each) => each === code);
  return reason ? typeset(failureWords[locale].reasons[reason][0], locale) : null;
}
