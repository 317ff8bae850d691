import { z } from 'zod';
import { notAvailable } from '../../../documents/notAvailable.ts';
import type { TemplateCell, WhenMissing } from '#contract/reporting/templates';
import { bookEnding, endingOf } from '../../../documents/workbook/book.ts';
import { fillForm, type FormRefusal } from '../../../documents/workbook/form.ts';
import type { ForeignReader } from '../../../ground/foreign/reader.ts';
import type { ErrorReason } from '#contract/ground/errors';
import { StoreFailure } from '../../../ground/kernel/failure.ts';
import { readParts } from './open.ts';
import type { Resolved } from './resolve.ts';

export interface FilledCell extends Pick<TemplateCell, 'sheet' | 'cell'> {
  readonly value: Resolved;
  readonly isDate: boolean;
}

/** All that the reader is given of a return: the content of its cells. */
export interface Filling {
  readonly cells: readonly FilledCell[];
  readonly whenMissing: WhenMissing;
}

const reasons = {
  sheet_missing: 'template_sheet_missing',
  cell_formula: 'template_cell_formula',
  cell_invalid: 'template_sheet_missing',
} as const satisfies Record<FormRefusal['code'], ErrorReason>;

const answer = z.object({ content: z.base64(), ending: bookEnding });

/** Fills the workbook and answers with the whole of it, in base 64, and with the ending of its name. */
export const fillReader: ForeignReader<Filling, z.infer<typeof answer>> = {
  name: 'fill',
  answer,
  read: async function* (file, { cells, whenMissing }) {
    const parts = await readParts(file);
    const filled = fillForm(
      parts,
      cells.map((each) =>
        each.value === null ? { ...each, value: whenMissing === 'symbol' ? notAvailable : null, isDate: false } : each,
      ),
    );
    if ('refused' in filled) {
      const { code, index } = filled.refused;
      throw new StoreFailure('conflict', reasons[code], [{ path: `cells.${index}`, code: 'custom' }]);
    }
    yield { content: Buffer.from(filled.bytes).toString('base64'), ending: endingOf(parts) };
  },
};
