import { canonicalJson } from '../../../ground/kernel/canonicalJson.ts';
import type { Restatement } from '#contract/reporting/returnTexts';
import type { ReturnContent } from '#contract/reporting/returns';
import type { Snapshot } from '../locked.ts';
import type { HeldReason } from '../texts/held.ts';
import { differencesOf, keyOf, type Figures } from './differences.ts';

const blank = { en: '', fr: '' } as const;

/** What a new version changes of the one locked last. A reason holds for what a cell became, and no longer once that has changed again. */
export function restate({ locked, content }: Snapshot, now: Figures, reasons: readonly HeldReason[]): Restatement {
  const sequence = locked.sequence + 1;
  const given = new Map(
    reasons
      .filter((each) => each.sequence === sequence)
      .map((each) => [`${keyOf(each)} ${canonicalJson(each.after)}`, each.why]),
  );
  return {
    sequence,
    of: { returnId: locked.id, sequence: locked.sequence, contentHash: locked.contentHash },
    changes: differencesOf(content, now).map((each) => ({
      ...each,
      why: { ...(given.get(`${keyOf(each)} ${canonicalJson(each.after)}`) ?? blank) },
    })),
  };
}

type Words = Pick<ReturnContent, 'explanations' | 'narrative' | 'actualsStatus'>;

/** A version that says the same as the one before it would be none. */
export function saysSomethingNew(before: ReturnContent, after: ReturnContent): boolean {
  const words = ({ explanations, narrative, actualsStatus }: Words): string =>
    canonicalJson({ explanations, narrative, actualsStatus });
  return (after.restatement?.changes.length ?? 0) > 0 || words(before) !== words(after);
}
