import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { offenceCatalogue, type OffenceCatalogue } from '#contract/casework/offences';
import { parseForeignJson } from '../../ground/kernel/foreignJson.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { offenceCatalogue as imported, violationCode } from '../../ground/schema/unit/offences.ts';
import type { ActionHandler } from '../../store/types.ts';
import { catalogueInForce } from './catalogue.ts';
import { offenceOfSection } from './rules.ts';

type Handlers = { readonly [M in 'offences.importCatalogue' | 'offences.importCodes']: ActionHandler<M> };

const largest = 2_000_000;

async function bytesOf(path: string): Promise<Buffer> {
  if ((await stat(path)).size > largest) throw new StoreFailure('invalid_input', 'file_too_large');
  return readFile(path);
}

function readCatalogue(bytes: Buffer): OffenceCatalogue {
  try {
    return offenceCatalogue.parse(parseForeignJson(bytes.toString('utf8')));
  } catch {
    throw new StoreFailure('invalid_input', 'not_a_catalogue');
  }
}

const codeRows = z.array(z.object({ section: z.string().min(1).max(40), code: z.string().min(1).max(10) })).min(1);

function readCodes(bytes: Buffer): z.output<typeof codeRows> {
  try {
    return codeRows.parse(parse(bytes, { bom: true, columns: true, trim: true, skip_empty_lines: true }));
  } catch {
    throw new StoreFailure('invalid_input', 'not_a_csv');
  }
}

export const offenceActions: Handlers = {
  'offences.importCatalogue': async (context, { file }) => {
    const bytes = await bytesOf(context.path(file));
    const catalogue = readCatalogue(bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return context.transact(async (tx) => {
      const held = new Set((await catalogueInForce(tx)).offences.map((each) => each.code));
      const brought = new Set(catalogue.offences.map((each) => each.code));
      await tx.insert(imported).values({
        id: context.newId(),
        catalogueVersion: catalogue.version,
        sha256,
        payload: catalogue,
        importedAt: context.clock.now(),
        importedBy: context.session.user.id,
      });
      const output = {
        version: catalogue.version,
        offences: brought.size,
        added: [...brought].filter((code) => !held.has(code)).length,
        withdrawn: [...held].filter((code) => !brought.has(code)).length,
      };
      return { output, audit: { subject: { kind: 'offences', id: 'catalogue' }, facts: { ...output, sha256 } } };
    });
  },

  'offences.importCodes': async (context, { file }) => {
    const rows = readCodes(await bytesOf(context.path(file)));
    return context.transact(async (tx) => {
      const catalogue = await catalogueInForce(tx);
      const stamp = { importedAt: context.clock.now(), importedBy: context.session.user.id };
      for (const { section, code } of rows) {
        await tx
          .insert(violationCode)
          .values({ section, code, ...stamp })
          .onConflictDoUpdate({ target: violationCode.section, set: { code, ...stamp } });
      }
      const unknownSections = rows.filter(({ section }) => offenceOfSection(catalogue, section) === undefined).length;
      const output = { codes: rows.length, unknownSections };
      return { output, audit: { subject: { kind: 'offences', id: 'codes' }, facts: output } };
    });
  },
};
