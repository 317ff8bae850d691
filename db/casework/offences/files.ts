import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { offenceCatalogue, type OffenceCatalogue } from '#contract/casework/offences';
import { parseForeignJson } from '../../ground/kernel/foreignJson.ts';
import { triedBy } from '../../documents/foreign/tried.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';

const largest = 2_000_000;

export function readCatalogue(bytes: Buffer): OffenceCatalogue {
  try {
    return offenceCatalogue.parse(parseForeignJson(bytes.toString('utf8')));
  } catch {
    throw new StoreFailure('invalid_input', 'not_a_catalogue');
  }
}

const codeRows = z.array(z.object({ section: z.string().min(1).max(40), code: z.string().min(1).max(10) })).min(1);

export function readCodes(bytes: Buffer): z.output<typeof codeRows> {
  try {
    return codeRows.parse(parse(bytes, { bom: true, columns: true, trim: true, skip_empty_lines: true }));
  } catch {
    throw new StoreFailure('invalid_input', 'not_a_csv');
  }
}

export const catalogueTried = triedBy('offence catalogue', largest, readCatalogue);
export const codesTried = triedBy('offence codes', largest, readCodes);
