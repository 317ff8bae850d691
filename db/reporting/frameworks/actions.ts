import { z } from 'zod';
import { frameworkFile, type FrameworkProblem } from '#contract/reporting/frameworks';
import { canonicalJson } from '../../ground/kernel/canonicalJson.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { sha256 } from '../../ground/kernel/signing.ts';
import { bytesTried } from '../../documents/foreign/tried.ts';
import { sourceOf } from '../../documents/tables/dropped.ts';
import type { FileSource } from '../../documents/tables/source.ts';
import { frameworkVersion } from '../../ground/schema/coordination/frameworks.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { leaveWorkspace } from '../../store/leaveWorkspace.ts';
import type { ActionHandler } from '../../store/types.ts';
import { compareFrameworks } from './compare.ts';
import { heldFrameworks, inForceOn, type HeldFramework } from './held.ts';
import { frameworkNamed } from './reads.ts';
import { parseFramework, type Parsed } from './rules.ts';
import { frameworkTried, textOf } from './tried.ts';

type Name = 'frameworks.inspect' | 'frameworks.import' | 'frameworks.export' | 'frameworks.schema';
type Handlers = { readonly [M in Name]: ActionHandler<M> };

async function readText(source: FileSource): Promise<string> {
  return textOf(await bytesTried(source, frameworkTried));
}

async function judged(db: Pick<ReadDb, 'select'>, text: string): Promise<Parsed> {
  const parsed = parseFramework(text);
  if (!parsed.file) return parsed;
  const { version } = parsed.file;
  const taken = (await heldFrameworks(db)).some((each) => each.version === version);
  if (!taken) return parsed;
  return { file: null, problems: [{ code: 'version_taken', indicator: null, field: 'version' }] };
}

const pathOf = ({ indicator, field }: FrameworkProblem): string =>
  [...(indicator ? ['indicators', String(indicator.position)] : []), field ?? ''].join('.');

/** A framework as the file that it can be imported from again. */
export function fileOf({ version, name, validFrom, validTo, indicators }: HeldFramework): string {
  const file = frameworkFile.parse({
    format: 'vigie-framework',
    version,
    name,
    validFrom: validFrom ?? '1900-01-01',
    validTo,
    indicators,
  });
  return `${JSON.stringify(file, null, 2)}\n`;
}

export function frameworkSchemaText(): string {
  const schema = z.toJSONSchema(frameworkFile, { target: 'draft-2020-12', io: 'input' });
  return `${canonicalJson({ title: 'Vigie performance framework / Cadre de mesure du rendement', ...schema })}\n`;
}

export const frameworkActions: Handlers = {
  'frameworks.inspect': async (context, { file }) => {
    const parsed = await judged(context.read, await readText(sourceOf(context, file)));
    if (!parsed.file) return { framework: null, problems: [...parsed.problems], against: null, comparison: null };
    const { version, name, validFrom, validTo, indicators } = parsed.file;
    const before = inForceOn(await heldFrameworks(context.read), validFrom);
    return {
      framework: { version, name, validFrom, validTo, indicators: indicators.length },
      problems: [],
      against: before.version,
      comparison: compareFrameworks(before.indicators, indicators),
    };
  },

  'frameworks.import': async (context, { file }) => {
    const source = sourceOf(context, file);
    const text = await readText(source);
    const id = context.newId();
    return context.transact(async (tx) => {
      const parsed = await judged(tx, text);
      if (!parsed.file) {
        const fields = parsed.problems.map((each) => ({ path: pathOf(each), code: each.code }));
        throw new StoreFailure('invalid_input', 'framework_invalid', fields);
      }
      const { version, name, validFrom, validTo, indicators } = parsed.file;
      const hash = sha256(text);
      await tx.insert(frameworkVersion).values({
        id,
        frameworkVersion: version,
        nameEn: name.en,
        nameFr: name.fr,
        validFrom,
        validTo,
        fileName: source.name,
        sha256: hash,
        importedAt: context.clock.now(),
        importedBy: context.session.user.id,
        content: canonicalJson(parsed.file),
      });
      return {
        output: { version },
        audit: {
          subject: { kind: 'framework', id },
          facts: { version, sha256: hash, indicators: indicators.length },
          changes: [{ field: 'framework', before: null, after: { version, name, validFrom, validTo } }],
        },
      };
    });
  },

  'frameworks.export': async (context, { version, file }) => {
    const path = context.path(file);
    const text = fileOf(await frameworkNamed(context.read, version));
    await leaveWorkspace(context, { path, bytes: text, fact: { facts: { version, sha256: sha256(text) } } });
    return { bytes: Buffer.byteLength(text) };
  },

  'frameworks.schema': async (context, { file }) => {
    const path = context.path(file);
    const text = frameworkSchemaText();
    await leaveWorkspace(context, { path, bytes: text, fact: { facts: { schema: true } } });
    return { bytes: Buffer.byteLength(text) };
  },
};
