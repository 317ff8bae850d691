import { isConsistent, type VerifiedPack } from '../packs/verify.ts';
import { packPayload, type PackPayload } from '../packs/format.ts';
import { pick } from '../../ground/kernel/pick.ts';
import { sha256 } from '../../ground/kernel/signing.ts';
import { canonicalJson } from '../../ground/kernel/canonicalJson.ts';
import type { ReadReturn } from '../returns/verify.ts';

type Signed = { readonly [K in 'manifest' | 'document']: NonNullable<ReadReturn[K]> };

/**
 * What a return says of its units, in the form of a pack: the panel with its months before the quarter, the units'
 * figures and how they count. Null where it does not hang together: a unit that it does not name, a month after the
 * quarter, a blank that is said to be complete.
 */
export function packOfReturn({ manifest, document }: Signed): VerifiedPack | null {
  const { content, lockedAt, auditHead } = document.value;
  const ids = new Map<string, string>(content.units.map((each) => [each.code, each.id]));
  const idOf = (code: string): string | undefined => ids.get(code);
  const parsed = packPayload.safeParse({
    workspace: { id: content.agreement.id, name: content.agreement.code, demonstration: content.demonstration },
    quarter: content.quarter,
    exportedAt: Date.parse(lockedAt),
    auditHead,
    application: manifest.value.application,
    schema: manifest.value.schemaVersion,
    units: content.units,
    countingRules: content.rules.map(({ unitCode, ...rule }) => ({ unitId: idOf(unitCode), ...rule })),
    panel: content.panel.map((cell) => ({
      unitId: idOf(cell.unitCode),
      ...pick(cell, 'month', 'measure', 'value', 'status', 'source'),
    })),
    indicators: content.values.flatMap(({ code, unitCode, value, numerator, denominator, status, definitionVersion }) =>
      unitCode === null ? [] : [{ code, unitCode, value, numerator, denominator, status, definitionVersion }],
    ),
    stock: content.stock.map(({ unitCode, stock }) => ({ unitId: idOf(unitCode), stock })),
    notReviewed: null,
    framework: content.framework,
  });
  if (!parsed.success || !isWhole(parsed.data, ids)) return null;
  return {
    kind: 'return',
    payload: parsed.data,
    signedText: canonicalJson(parsed.data),
    fingerprint: manifest.value.fingerprint,
    succession: manifest.value.succession ?? [],
    sha256: sha256(manifest.text),
  };
}

function isWhole(payload: PackPayload, ids: ReadonlyMap<string, string>): boolean {
  return isConsistent(payload) && payload.indicators.every((each) => ids.has(each.unitCode));
}
