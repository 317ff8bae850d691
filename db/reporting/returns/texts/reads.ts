import { previousQuarter } from '#contract/ground/dates';
import type { ReadHandler } from '../../../store/types.ts';
import { heldTexts, narrativeOf } from './held.ts';

type Handlers = { readonly 'returns.texts': ReadHandler<'returns.texts'> };

export const returnTextReads: Handlers = {
  'returns.texts': async (db, { agreementId, quarter }) => {
    const before = await heldTexts(db, agreementId, previousQuarter(quarter));
    return {
      ...(await heldTexts(db, agreementId, quarter)),
      before: {
        explanations: before.explanations.map(({ code, unitCode, text }) => ({ code, unitCode, text })),
        narrative: narrativeOf(before.narrative),
      },
    };
  },
};
