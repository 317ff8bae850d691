import { asc, eq } from 'drizzle-orm';
import type { Bilingual } from '#contract/ground/common';
import type { CivilDate } from '#contract/ground/dates';
import { frameworkFile, type FrameworkSummary } from '#contract/reporting/frameworks';
import type { IndicatorDefinition } from '#contract/reporting/indicators';
import { framework as own } from '../indicators/framework.ts';
import { must } from '../../ground/kernel/assert.ts';
import { user } from '../../ground/schema/common/people.ts';
import { frameworkVersion } from '../../ground/schema/coordination/frameworks.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';

export interface HeldFramework {
  readonly version: string;
  readonly name: Bilingual;
  /** Null: from the beginning. */
  readonly validFrom: CivilDate | null;
  readonly validTo: CivilDate | null;
  readonly indicators: readonly IndicatorDefinition[];
  readonly imported: FrameworkSummary['imported'];
}

const shipped: HeldFramework = {
  version: own.version,
  name: { en: 'Framework of Vigie', fr: 'Cadre de Vigie' },
  validFrom: null,
  validTo: null,
  indicators: own.indicators,
  imported: null,
};

/** The framework that comes with Vigie, and those that were imported, by the day from which they hold. */
export async function heldFrameworks(db: Pick<ReadDb, 'select'>): Promise<readonly HeldFramework[]> {
  const rows = await db
    .select({ row: frameworkVersion, by: user.displayName })
    .from(frameworkVersion)
    .leftJoin(user, eq(user.id, frameworkVersion.importedBy))
    .orderBy(asc(frameworkVersion.validFrom), asc(frameworkVersion.importedAt), asc(frameworkVersion.id));
  return [
    shipped,
    ...rows.map(({ row, by }): HeldFramework => {
      const { version, name, validFrom, validTo, indicators } = frameworkFile.parse(JSON.parse(row.content));
      const imported = { at: row.importedAt, by: by ?? '', fileName: row.fileName, sha256: row.sha256 };
      return { version, name, validFrom, validTo, indicators, imported };
    }),
  ];
}

/** Of those in force on a day, the one that came last; ours where no other is. */
export function inForceOn(held: readonly HeldFramework[], on: CivilDate): HeldFramework {
  const valid = held.filter(
    ({ validFrom, validTo }) => (validFrom === null || validFrom <= on) && (validTo === null || on <= validTo),
  );
  return must(valid.at(-1), 'the framework of Vigie has no end');
}
