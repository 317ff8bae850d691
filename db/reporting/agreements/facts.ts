import type { ReturnContent } from '#contract/reporting/returns';
import type { agreement } from '../../ground/schema/coordination/agreements.ts';

/** What a report says of its agreement. */
export function agreementFacts(row: typeof agreement.$inferSelect): ReturnContent['agreement'] {
  const { id, code, recipientEn, recipientFr, programmeEn, programmeFr, startsOn, endsOn, languages } = row;
  return {
    id,
    code,
    recipient: { en: recipientEn, fr: recipientFr },
    programme: { en: programmeEn, fr: programmeFr },
    startsOn,
    endsOn,
    languages: [...languages],
  };
}
