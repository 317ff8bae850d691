import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { TemplateId } from '#contract/ground/ids';
import { templateCell, whenMissing, type FunderTemplate } from '#contract/reporting/templates';
import { inOrderOf } from '../../../ground/kernel/inOrderOf.ts';
import { user } from '../../../ground/schema/common/people.ts';
import { funderTemplate } from '../../../ground/schema/coordination/templates.ts';
import type { ReadDb } from '../../../ground/kernel/database.ts';

const cells = z.array(templateCell);

/** The saved mappings by name; one of them where its id is given. */
export async function heldTemplates(db: ReadDb, id?: TemplateId): Promise<FunderTemplate[]> {
  const rows = await db
    .select({ row: funderTemplate, savedBy: user.displayName })
    .from(funderTemplate)
    .leftJoin(user, eq(user.id, funderTemplate.savedBy))
    .where(id === undefined ? undefined : eq(funderTemplate.id, id));
  return inOrderOf(rows, ({ row }) => row.name).map(({ row, savedBy }) => ({
    ...row,
    id: row.id,
    whenMissing: whenMissing.parse(row.whenMissing),
    cells: cells.parse(row.cells),
    savedBy: savedBy ?? '',
  }));
}
