import type { Bilingual } from '#contract/ground/common';
import { periodOf } from '#contract/ground/period';
import { codeWords } from '#contract/words/codes';
import { headings } from '#contract/words/headings';
import type { Language } from '../../../documents/page/language.ts';
import { applicationVersion } from '../../../ground/kernel/versions.ts';
import type { ReturnReport } from './report.ts';

export const fictitious = {
  en: 'FICTITIOUS DATA - demonstration: every unit, recipient and figure is invented.',
  fr: 'DONNÉES FICTIVES - démonstration : les unités, les bénéficiaires et les chiffres sont inventés.',
} as const satisfies Bilingual;

type Fact = readonly [label: Bilingual, value: string];

function versionText(sequence: number, { say }: Language): string {
  if (sequence === 1) return '1';
  return say({
    en: `${sequence} (restates version ${sequence - 1})`,
    fr: `${sequence} (redresse la version ${sequence - 1})`,
  });
}

/** What the return is of, and what it was locked as. */
export function coverFacts({ locked, content }: ReturnReport, language: Language): readonly Fact[] {
  const { say, day, minute } = language;
  const { agreement, quarter } = content;
  const [start, end] = [day(periodOf(quarter).firstDay), day(periodOf(quarter).lastDay)];
  return [
    [headings.agreement, agreement.code],
    [headings.quarter, language.quarter(quarter)],
    [headings.period, say({ en: `${start} to ${end}`, fr: `Du ${start} au ${end}` })],
    [headings.units, content.units.map((each) => each.code).join(', ')],
    // A unit without whose figures the return is made, why, and who decided it.
    ...content.notReceived.map(({ unitCode, why, decidedBy, decidedOn }): Fact => [
      headings.notReceived,
      `${unitCode}. ${say(why) || say({ en: why.fr, fr: why.en })} (${decidedBy}, ${day(decidedOn)})`,
    ]),
    [headings.version, versionText(locked.sequence, language)],
    [headings.actuals, say(codeWords.actuals[content.actualsStatus])],
    [headings.lockedAt, minute(locked.lockedAt)],
    [headings.framework, content.framework.version],
    [headings.madeWith, `Vigie ${applicationVersion}`],
  ];
}

/** What proves the file: at its end, for who verifies it. */
export const proofFacts = ({ contentHash, auditHead }: ReturnReport['locked']): readonly Fact[] => [
  [headings.contentHash, contentHash],
  [headings.auditHead, auditHead],
];
