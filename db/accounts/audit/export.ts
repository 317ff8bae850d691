import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { count } from 'drizzle-orm';
import type { AuditRow } from '#contract/accounts/audit';
import type { Locale } from '#contract/ground/codes';
import { actText, auditHeadings, maskedWords, outcomeWords } from '#contract/words/actTexts';
import { toCsv } from '../../documents/files/csv.ts';
import { auditEntry } from '../../ground/schema/common/audit.ts';
import { unit } from '../../ground/schema/common/units.ts';
import { leaveWorkspace } from '../../store/leaveWorkspace.ts';
import type { ActionHandler } from '../../store/types.ts';
import { rowsOf, whereOf } from './rows.ts';

const batch = 2000;

function cellsOf(
  row: AuditRow,
  locale: Locale,
  numberOf: (file: NonNullable<AuditRow['file']>) => string,
): readonly (string | number | null)[] {
  const outcome = row.ended === 'not_done' ? 'not_done' : row.outcome;
  return [
    row.sequence,
    new Date(row.at).toISOString(),
    row.actor,
    actText(locale, row.method),
    row.method,
    row.file === null ? null : numberOf(row.file),
    outcomeWords[outcome][locale],
    row.rows,
    row.times,
    row.wordsMasked ? maskedWords[locale] : row.words,
    row.person,
  ];
}

/** The selection as the screen shows it, latest first. The entry is written before the first row is. */
export const exportJournal: ActionHandler<'audit.export'> = async (context, { filter, file, locale }) => {
  const { read, session } = context;
  const path = context.path(file);
  const where = await whereOf(read, session, filter);
  const [counted] = await read.select({ rows: count() }).from(auditEntry).where(where);
  const rows = counted?.rows ?? 0;
  const fact = {
    ...(filter.actorId !== undefined && { subject: { kind: 'user', id: filter.actorId } }),
    // Which filters were set, not what was typed into them.
    facts: { rows, filters: Object.keys(filter).sort().join(' ') || null },
  };
  const units = await read.select({ id: unit.id, code: unit.code }).from(unit);
  const codes = new Map(units.map(({ id, code }) => [id, code]));
  // As on screen: units may have given the same number.
  const numberOf = ({ unitId, number }: NonNullable<AuditRow['file']>) =>
    session.unitIds.length > 1 ? `${codes.get(unitId) ?? ''}-${number}` : number;
  const columns = Object.values(auditHeadings).map((heading) => heading[locale]);
  const pages = async function* (): AsyncGenerator<Uint8Array> {
    let before: number | undefined;
    let isFirst = true;
    for (;;) {
      const page = await rowsOf(read, session, where, { before, size: batch });
      const lines = page.map((row) =>
        Object.fromEntries(cellsOf(row, locale, numberOf).map((cell, place) => [columns[place] ?? '', cell])),
      );
      const text = toCsv(columns, lines);
      yield isFirst ? text : text.subarray(text.indexOf('\n') + 1);
      isFirst = false;
      before = page.at(-1)?.sequence;
      if (page.length < batch) return;
    }
  };
  await leaveWorkspace(context, { path, bytes: (stream) => pipeline(Readable.from(pages()), stream), fact });
  return { rows };
};
