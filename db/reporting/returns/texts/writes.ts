import { and, eq } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Quarter } from '#contract/ground/dates';
import type { AgreementId } from '#contract/ground/ids';
import { filledIn, notReceivedCode, type Pair } from '#contract/reporting/returnTexts';
import { heldFrameworks } from '../../frameworks/held.ts';
import { StoreFailure } from '../../../ground/kernel/failure.ts';
import { unit } from '../../../ground/schema/common/units.ts';
import { agreement } from '../../../ground/schema/coordination/agreements.ts';
import { attestation, explanation, narrative, returnActuals } from '../../../ground/schema/coordination/returnTexts.ts';
import { consolidatedAgreement } from '../consolidated.ts';
import { latestSequence } from '../locked.ts';
import type { AuditFact, WriteTx } from '../../../ground/kernel/database.ts';
import type { Context, WriteHandler } from '../../../store/types.ts';
import { ofReturn } from './held.ts';

type Name = 'returns.explain' | 'returns.explainSeveral' | 'returns.narrate' | 'returns.setActuals' | 'returns.attest';
type Handlers = { readonly [M in Name]: WriteHandler<M> };

interface Which {
  readonly agreementId: AgreementId;
  readonly quarter: Quarter;
}

export async function requireAgreement(tx: WriteTx, { agreementId, quarter }: Which): Promise<void> {
  if (await consolidatedAgreement(tx, agreementId, quarter)) return;
  const [found] = await tx.select({ id: agreement.id }).from(agreement).where(eq(agreement.id, agreementId));
  if (!found) throw new StoreFailure('not_found');
}

/** What belongs to one version is written for the version in preparation, never for one that is locked. */
export async function requireInPreparation(tx: WriteTx, which: Which, sequence: number): Promise<void> {
  if (sequence !== (await latestSequence(tx, which.agreementId, which.quarter)) + 1)
    throw new StoreFailure('conflict', 'return_locked');
}

/** The version after this one. A writer who has not seen the existing version is refused, and nothing is overwritten. */
export function nextVersion(held: { readonly version: number } | undefined, seen: number | null): number {
  if ((held?.version ?? null) !== seen) throw new StoreFailure('conflict', 'version_conflict');
  return (held?.version ?? 0) + 1;
}

export const keyOf = ({ agreementId, quarter }: Which) => ({ agreementId, ...quarter });
export const rowOf = ({ en, fr }: Pair) => ({ textEn: en, textFr: fr });
export const savedBy = ({ session, clock }: Context) => ({ savedBy: session.user.id, savedAt: clock.now() });

function audited(
  { agreementId, quarter }: Which,
  facts: AuditFact['facts'],
  field: string,
  before: unknown,
  after: unknown,
): AuditFact {
  return {
    subject: { kind: 'agreement', id: agreementId },
    facts: { ...quarter, ...facts },
    changes: [{ field, before: before ?? null, after }],
  };
}

/** The codes of every framework here: a funder's own has codes that ours does not. */
async function indicatorCodes(tx: WriteTx): Promise<ReadonlySet<string>> {
  const frameworks = await heldFrameworks(tx);
  return new Set(frameworks.flatMap(({ indicators }) => indicators.map(({ code }) => code)));
}

async function requireFigure(
  tx: WriteTx,
  codes: ReadonlySet<string>,
  { code, unitCode }: Pick<Explained, 'code' | 'unitCode'>,
): Promise<void> {
  const isKnown = codes.has(code);
  // That nothing came is of one unit.
  if (!isKnown && (code !== notReceivedCode || unitCode === null)) throw new StoreFailure('not_found');
  if (unitCode === null) return;
  const [known] = await tx.select({ id: unit.id }).from(unit).where(eq(unit.code, unitCode));
  if (!known) throw new StoreFailure('not_found', 'unknown_unit');
}

const whereAlso = (
  which: ReturnType<typeof ofReturn>,
  ...others: readonly (readonly [SQLiteColumn, string | number])[]
) => and(which, ...others.map(([column, value]) => eq(column, value)));

interface Explained {
  readonly code: string;
  readonly unitCode: string | null;
  readonly version: number | null;
}

/** The explanation of one figure as it was seen by who writes. */
async function seenExplanation(tx: WriteTx, codes: ReadonlySet<string>, which: Which, of: Explained) {
  await requireFigure(tx, codes, of);
  const key = { code: of.code, unitCode: of.unitCode ?? '' };
  const where = whereAlso(
    ofReturn(explanation, which.agreementId, which.quarter),
    [explanation.code, key.code],
    [explanation.unitCode, key.unitCode],
  );
  const [held] = await tx.select().from(explanation).where(where);
  return { key, where, version: nextVersion(held, of.version), before: held && textOf(held) };
}

type Seen = Awaited<ReturnType<typeof seenExplanation>>;

async function explain(tx: WriteTx, which: Which, { key, where, version, before }: Seen, text: Pair, by: Context) {
  const row = { ...rowOf(text), ...savedBy(by), version };
  if (before) await tx.update(explanation).set(row).where(where);
  else await tx.insert(explanation).values({ ...keyOf(which), ...key, ...row });
}

export const returnTextWrites: Handlers = {
  'returns.explain': async (tx, input, context) => {
    await requireAgreement(tx, input);
    const seen = await seenExplanation(tx, await indicatorCodes(tx), input, input);
    await explain(tx, input, seen, input.text, context);
    return {
      output: { version: seen.version },
      audit: audited(input, seen.key, 'explanation', seen.before, input.text),
    };
  },

  'returns.explainSeveral': async (tx, input, context) => {
    await requireAgreement(tx, input);
    const codes = await indicatorCodes(tx);
    const before: (Pair | null)[] = [];
    let written = 0;
    for (const figure of input.figures) {
      const seen = await seenExplanation(tx, codes, input, figure);
      before.push(seen.before ?? null);
      const text = filledIn(seen.before, input.text);
      if (seen.before && samePair(text, seen.before)) continue;
      await explain(tx, input, seen, text, context);
      written += 1;
    }
    const figures = input.figures.length;
    return {
      output: { figures: written },
      audit: audited(
        input,
        { figures },
        'explanation',
        { texts: before },
        { text: input.text, figures: input.figures },
      ),
    };
  },

  'returns.narrate': async (tx, input, context) => {
    await requireAgreement(tx, input);
    const { section } = input;
    const where = whereAlso(ofReturn(narrative, input.agreementId, input.quarter), [narrative.section, section]);
    const [held] = await tx.select().from(narrative).where(where);
    const version = nextVersion(held, input.version);
    const row = { ...rowOf(input.text), ...savedBy(context), version };
    if (held) await tx.update(narrative).set(row).where(where);
    else await tx.insert(narrative).values({ ...keyOf(input), section, ...row });
    return { output: { version }, audit: audited(input, { section }, 'narrative', held && textOf(held), input.text) };
  },

  'returns.setActuals': async (tx, input, context) => {
    await requireAgreement(tx, input);
    const where = ofReturn(returnActuals, input.agreementId, input.quarter);
    const [held] = await tx.select().from(returnActuals).where(where);
    const version = nextVersion(held, input.version);
    const row = { status: input.status, ...savedBy(context), version };
    if (held) await tx.update(returnActuals).set(row).where(where);
    else await tx.insert(returnActuals).values({ ...keyOf(input), ...row });
    return { output: { version }, audit: audited(input, {}, 'actuals', held?.status, input.status) };
  },

  'returns.attest': async (tx, input, context) => {
    await requireAgreement(tx, input);
    const { sequence, role } = input;
    await requireInPreparation(tx, input, sequence);
    const where = whereAlso(
      ofReturn(attestation, input.agreementId, input.quarter),
      [attestation.sequence, sequence],
      [attestation.role, role],
    );
    const [held] = await tx.select().from(attestation).where(where);
    const next = nextVersion(held, input.version);
    const row = { ...input.attestation, ...savedBy(context), version: next };
    if (input.attestation === null) await tx.delete(attestation).where(where);
    else if (held) await tx.update(attestation).set(row).where(where);
    else
      await tx
        .insert(attestation)
        .values({ ...keyOf(input), sequence, role, ...input.attestation, ...savedBy(context) });
    const before = held && { name: held.name, title: held.title, on: held.on };
    return {
      output: { version: input.attestation === null ? null : next },
      audit: audited(input, { sequence, role }, 'attestation', before, input.attestation),
    };
  },
};

const textOf = ({ textEn, textFr }: { readonly textEn: string; readonly textFr: string }): Pair => ({
  en: textEn,
  fr: textFr,
});

const samePair = (a: Pair, b: Pair): boolean => a.en === b.en && a.fr === b.fr;
