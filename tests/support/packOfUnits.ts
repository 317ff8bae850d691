import type { Month, Quarter } from '#contract/ground/dates';
import type { PackPayload } from '../../db/reporting/packs/format.ts';
import { packText, payloadFor, usualStock, wholeCells, type Sender } from './packs.ts';
import { secretCount, secretWord } from './secrets.ts';

const rule = (unitId: string, word: string): PackPayload['countingRules'][number] => ({
  unitId: unitId as never,
  validFrom: '2025-04-01' as never,
  backlogDefinition: 'exclude_court',
  statement: { en: `As ${word} counts`, fr: `Comme ${word} compte` },
});

const said = (unitCode: string, value: number): PackPayload['indicators'][number] => ({
  code: 'R1',
  unitCode,
  value,
  numerator: null,
  denominator: null,
  status: 'complete',
  definitionVersion: '1',
});

function cellsOf({ unitId, code }: Sender, last: string, secretFrom = '9999-12') {
  const isSecret = (month: string) => code.startsWith(secretWord) || month >= secretFrom;
  return wholeCells(unitId, '2025-04' as Month, last as Month, (month, measure) =>
    measure === 'received' || measure === 'concluded' ? (isSecret(month) ? secretCount : undefined) : undefined,
  );
}

/** One pack of several units: of the workspace of the first. */
export function packOf(
  senders: readonly Sender[],
  quarter: Quarter,
  exportedAt: number,
  last: string,
  secretFrom?: string,
): string {
  const parts = senders.map((each) => ({
    ...payloadFor(each, quarter, exportedAt, cellsOf(each, last, secretFrom)),
    countingRules: [rule(each.unitId, each.code)],
    indicators: [
      said(each.code, each.code.startsWith(secretWord) || (secretFrom ?? '9999') <= last ? secretCount : 90),
    ],
    stock: [
      { unitId: each.unitId, stock: { ...usualStock, over180: each.code.startsWith(secretWord) ? secretCount : 40 } },
    ],
  }));
  const payload = {
    ...parts[0]!,
    units: parts.flatMap((each) => each.units),
    panel: parts.flatMap((each) => each.panel),
    countingRules: parts.flatMap((each) => each.countingRules),
    indicators: parts.flatMap((each) => each.indicators),
    stock: parts.flatMap((each) => each.stock),
    notReviewed: parts.length > 1 ? secretCount : 3,
  };
  return packText(payload, senders[0]!.key);
}
