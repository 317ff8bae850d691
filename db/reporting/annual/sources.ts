import { and, asc, eq, lte } from 'drizzle-orm';
import type { OtherFinding, OtherSource } from '#contract/reporting/gbaPlus';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import type { ParsedInput } from '#contract/index';
import type { ReadDb, WriteTx } from '../../ground/kernel/database.ts';
import { otherSource } from '../../ground/schema/coordination/annual.ts';
import type { WriteHandler } from '../../store/types.ts';
import { agreementOf } from './agreement.ts';
import type { Year } from './texts.ts';

/** The register of what others found, as the report of a year has it: listed for that year or for one before. */
export async function otherSources(db: ReadDb, { agreementId, fiscalYear }: Year): Promise<OtherSource[]> {
  const rows = await db
    .select()
    .from(otherSource)
    .where(and(eq(otherSource.agreementId, agreementId), lte(otherSource.fiscalYear, fiscalYear)))
    .orderBy(asc(otherSource.publishedOn), asc(otherSource.id));
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    since: row.fiscalYear,
    finding: { en: row.findingEn, fr: row.findingFr },
    population: { en: row.populationEn, fr: row.populationFr },
    method: { en: row.methodEn, fr: row.methodFr },
    source: row.source,
    publishedOn: row.publishedOn,
  }));
}

/** As it is printed. */
export const findingOf = ({ finding, population, method, source, publishedOn }: OtherFinding): OtherFinding => ({
  ...{ finding, population, method, source, publishedOn },
});

/** What is written over; undefined of a new one. */
async function sourceBefore(
  tx: WriteTx,
  { id, version, agreementId, fiscalYear }: ParsedInput<'annual.saveSource'>,
): Promise<OtherSource | undefined> {
  await agreementOf(tx, agreementId);
  const before = (await otherSources(tx, { agreementId, fiscalYear })).find((each) => each.id === id);
  if (id !== null && !before) throw new StoreFailure('not_found');
  if ((before?.version ?? null) !== version) throw new StoreFailure('conflict', 'version_conflict');
  return before;
}

type Writes = 'annual.saveSource' | 'annual.removeSource';

export const sourceWrites: { readonly [M in Writes]: WriteHandler<M> } = {
  'annual.saveSource': async (tx, input, context) => {
    const before = await sourceBefore(tx, input);
    const { agreementId, fiscalYear, finding, population, method, source, publishedOn } = input;
    const row = {
      version: (before?.version ?? 0) + 1,
      ...{ findingEn: finding.en, findingFr: finding.fr, populationEn: population.en, populationFr: population.fr },
      ...{ methodEn: method.en, methodFr: method.fr, source, publishedOn },
      ...{ savedBy: context.session.user.id, savedAt: context.clock.now() },
    };
    const sourceId = before?.id ?? context.newId();
    if (before) await tx.update(otherSource).set(row).where(eq(otherSource.id, before.id));
    else await tx.insert(otherSource).values({ id: sourceId, agreementId, fiscalYear, ...row });
    return {
      output: { id: sourceId, version: row.version },
      audit: {
        subject: { kind: 'agreement', id: agreementId },
        facts: { fiscalYear },
        changes: [{ field: 'source', before: before ? findingOf(before) : null, after: findingOf(input) }],
      },
    };
  },

  'annual.removeSource': async (tx, { id, version, agreementId, fiscalYear }) => {
    const before = (await otherSources(tx, { agreementId, fiscalYear })).find((each) => each.id === id);
    if (!before) throw new StoreFailure('not_found');
    if (before.version !== version) throw new StoreFailure('conflict', 'version_conflict');
    await tx.delete(otherSource).where(and(eq(otherSource.id, id), eq(otherSource.agreementId, agreementId)));
    return {
      output: {},
      audit: {
        subject: { kind: 'agreement', id: agreementId },
        facts: { fiscalYear },
        changes: [{ field: 'source', before: findingOf(before), after: null }],
      },
    };
  },
};
