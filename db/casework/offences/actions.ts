import { createHash } from 'node:crypto';
import { bytesTried } from '../../documents/foreign/tried.ts';
import { sourceOf } from '../../documents/tables/dropped.ts';
import { offenceCatalogue as imported, violationCode } from '../../ground/schema/unit/offences.ts';
import type { ActionHandler } from '../../store/types.ts';
import { catalogueInForce } from './catalogue.ts';
import { catalogueTried, codesTried, readCatalogue, readCodes } from './files.ts';
import { offenceOfSection } from './rules.ts';

type Handlers = { readonly [M in 'offences.importCatalogue' | 'offences.importCodes']: ActionHandler<M> };

export const offenceActions: Handlers = {
  'offences.importCatalogue': async (context, { file }) => {
    const bytes = await bytesTried(sourceOf(context, file), catalogueTried);
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
    const rows = readCodes(await bytesTried(sourceOf(context, file), codesTried));
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
