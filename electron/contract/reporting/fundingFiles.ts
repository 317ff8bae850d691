import { z } from 'zod';
import { coordination } from '../ground/access.ts';
import { locale } from '../ground/codes.ts';
import { nothing } from '../ground/common.ts';
import { fiscalYear } from '../ground/dates.ts';
import { action } from '../ground/define.ts';
import { cellProblems } from './fundingCells.ts';
import { register } from './fundingColumns.ts';
import { agreementId, fileGrant, fundingChangeId } from '../ground/ids.ts';

const scope = { agreement: 'agreementId' } as const;
const grid = { agreementId, register, fiscalYear };
const cell = z.union([z.string(), z.int(), z.null()]);

/** What would become of a row of the file. Rows are known by their code; a blank cell leaves the recorded value. */
export const fundingVerdict = z.enum(['new', 'changed', 'same', 'invalid']);
export type FundingVerdict = z.infer<typeof fundingVerdict>;

export const fundingFileRow = z.object({
  line: z.int(),
  code: z.string(),
  verdict: fundingVerdict,
  /** The columns that keep the row out, with their text. */
  problems: z.array(z.object({ key: z.string(), problem: z.enum(cellProblems), text: z.string() })),
  changes: z.array(z.object({ key: z.string(), before: cell, after: cell })),
});
export type FundingFileRow = z.infer<typeof fundingFileRow>;

export const fundingFileMethods = {
  /** Judges every row of a CSV or XLSX file without writing any. Kept in memory until the next preview, the import or the lock. */
  'funding.previewFile': action(
    z.object({ ...grid, file: fileGrant }),
    z.object({
      previewId: z.uuid(),
      fileName: z.string(),
      rows: z.array(fundingFileRow),
      /** Headings that name no column of the register: they are passed over. */
      ignored: z.array(z.string()),
      /** Pictures and other things that are no table, dropped unread. */
      dropped: z.int(),
    }),
    { audited: { not: 'preview' }, ...coordination, scope },
  ),
  /** Writes what is new and changed in one change, which can be undone as any other. `version_conflict` where a row has changed since the preview. */
  'funding.applyFile': action(z.object({ previewId: z.uuid() }), z.object({ changeId: fundingChangeId }), {
    ...coordination,
    touches: ['funding', 'returns'],
  }),
  /** The grid as it is saved; imported again it changes nothing. */
  'funding.exportFile': action(
    z.object({ ...grid, file: fileGrant, format: z.enum(['csv', 'xlsx']), locale }),
    nothing,
    { ...coordination, scope },
  ),
};
