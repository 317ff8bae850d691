import { and, asc, eq } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Month, Quarter } from '#contract/ground/dates';
import type { Output } from '#contract/index';
import {
  cellContent,
  narrativeSection,
  type Attestation,
  type AttestationRole,
  type Cell,
  type Narrative,
  type NarrativeSection,
} from '#contract/reporting/returnTexts';
import { isAmong } from '../../../ground/kernel/among.ts';
import { user } from '../../../ground/schema/common/people.ts';
import {
  attestation,
  explanation,
  narrative,
  restatementReason,
  returnActuals,
} from '../../../ground/schema/coordination/returnTexts.ts';
import type { ReadDb } from '../../../ground/kernel/database.ts';
import { isOfQuarter } from '../../../ground/kernel/ofQuarter.ts';

type Texts = Omit<Output<'returns.texts'>, 'before'>;
export type HeldReason = Texts['reasons'][number];
export type HeldExplanation = Texts['explanations'][number];

interface Keyed {
  readonly agreementId: SQLiteColumn;
  readonly fiscalYear: SQLiteColumn;
  readonly quarter: SQLiteColumn;
}

/** The rows of one table that belong to a return. */
export function ofReturn(table: Keyed, agreementId: string, quarter: Quarter) {
  return and(eq(table.agreementId, agreementId), isOfQuarter(table, quarter));
}

async function heldReasons(db: ReadDb, agreementId: string, quarter: Quarter): Promise<Texts['reasons']> {
  const rows = await db
    .select()
    .from(restatementReason)
    .where(ofReturn(restatementReason, agreementId, quarter))
    .orderBy(
      asc(restatementReason.sequence),
      asc(restatementReason.what),
      asc(restatementReason.unitCode),
      asc(restatementReason.code),
      asc(restatementReason.month),
    );
  return rows.map(({ sequence, what, unitCode, code, month, after, textEn, textFr, version }) => ({
    sequence,
    what: what as Cell['what'],
    unitCode: unitCode === '' ? null : unitCode,
    code,
    month: month === '' ? null : (month as Month),
    after: cellContent.parse(JSON.parse(after)),
    why: { en: textEn, fr: textFr },
    version,
  }));
}

async function namesOf(db: ReadDb, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db.select({ id: user.id, name: user.displayName }).from(user).where(isAmong(user.id, ids));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Everything written for one quarter of an agreement. */
export async function heldTexts(db: ReadDb, agreementId: string, quarter: Quarter): Promise<Texts> {
  const explanations = await db
    .select()
    .from(explanation)
    .where(ofReturn(explanation, agreementId, quarter))
    .orderBy(asc(explanation.code), asc(explanation.unitCode));
  const sections = await db
    .select()
    .from(narrative)
    .where(ofReturn(narrative, agreementId, quarter));
  const attested = await db
    .select()
    .from(attestation)
    .where(ofReturn(attestation, agreementId, quarter))
    .orderBy(asc(attestation.sequence), asc(attestation.role));
  const [actuals] = await db
    .select()
    .from(returnActuals)
    .where(ofReturn(returnActuals, agreementId, quarter));
  const names = await namesOf(
    db,
    [...explanations, ...sections].map((each) => each.savedBy),
  );
  const saved = ({
    textEn,
    textFr,
    version,
    savedAt,
    savedBy,
  }: (typeof sections)[number] | (typeof explanations)[number]) => ({
    text: { en: textEn, fr: textFr },
    version,
    savedAt,
    savedBy: names.get(savedBy) ?? '',
  });
  return {
    explanations: explanations.map((row) => ({
      code: row.code,
      unitCode: row.unitCode === '' ? null : row.unitCode,
      ...saved(row),
    })),
    narrative: sections.map((row) => ({ section: row.section as NarrativeSection, ...saved(row) })),
    attestations: attested.map(({ sequence, role, name, title, on, version }) => ({
      sequence,
      role: role as AttestationRole,
      name,
      title,
      on,
      version,
    })),
    actuals: { status: actuals?.status === 'final' ? 'final' : 'preliminary', version: actuals?.version ?? null },
    reasons: await heldReasons(db, agreementId, quarter),
  };
}

/** The narrative with every section, blank where nothing is written. */
export function narrativeOf(sections: Texts['narrative']): Narrative {
  const blank = { en: '', fr: '' };
  const found = Object.fromEntries(sections.map(({ section, text }) => [section, text]));
  return Object.fromEntries(narrativeSection.options.map((section) => [section, found[section] ?? blank])) as Narrative;
}

/** Those of one version, without what only their keeping needs. */
export function attestationsOf(attestations: Texts['attestations'], sequence: number): Attestation[] {
  return attestations
    .filter((each) => each.sequence === sequence)
    .map(({ role, name, title, on }) => ({ role, name, title, on }));
}
