import type { Output } from '#contract/index';
import type { ReturnContent } from '#contract/reporting/returns';
import { useRead } from '../../../../bridge/queries.ts';

/** What is written for the return on screen; undefined until it is read. */
export function useReturnTexts(content: ReturnContent): Output<'returns.texts'> | undefined {
  return useRead('returns.texts', { agreementId: content.agreement.id, quarter: content.quarter }).data;
}
