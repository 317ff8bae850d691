import type { Bilingual } from '#contract/ground/common';
import { type PaperKind } from '#contract/ground/disclosureRecords';
import type { RedactionGround } from '#contract/custody/disclosure';
import { codeWords } from '#contract/words/codes';
import type { Language } from '../../../documents/page/language.ts';
import type { IndexLine, ReleasedRecord } from '../release.ts';
import { words } from './words.ts';

/** All that the files of a paper are made of. What is withheld is not in it. */
export interface PaperIssue {
  readonly kind: PaperKind;
  readonly reference: string;
  /** Reference of the paper that this one adds to. */
  readonly addsTo: string | null;
  readonly recipient: string;
  readonly fileNumber: string;
  readonly unit: Bilingual;
  readonly requestedOn: string | null;
  readonly issuedOn: string;
  readonly issuedAt: number;
  readonly namesIncluded: boolean;
  readonly marking: string;
  readonly isFictitious: boolean;
  readonly records: readonly ReleasedRecord[];
  readonly index: readonly IndexLine[];
  readonly removed: readonly number[];
  /** Those that something is withheld on. */
  readonly grounds: readonly RedactionGround[];
  readonly contents: string;
}

export function titleOf({ kind, addsTo }: PaperIssue, { say }: Language): string {
  const title = say(codeWords.paperKind[kind]);
  return addsTo === null ? title : `${title} (${say(words.supplement)})`;
}

/** How many records are given whole, in part and not at all. */
export function countsOf({ index }: PaperIssue): { included: number; redacted: number; left_out: number } {
  const counts = { included: 0, redacted: 0, left_out: 0 };
  for (const { treatment } of index) counts[treatment] += 1;
  return counts;
}
