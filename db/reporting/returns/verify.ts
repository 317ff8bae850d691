import { basename, dirname, join, resolve } from 'node:path';
import type { Quarter } from '#contract/ground/dates';
import type { returnContent } from '#contract/reporting/returns';
import type { ForeignReaders } from '../../ground/foreign/readers.ts';
import { predecessorsOf } from '../../ground/kernel/succession.ts';
import { entriesOf } from '../signedReport/folder.ts';
import { isSigned } from '../signedReport/manifest.ts';
import {
  expectSigner,
  factsOf,
  readManifest,
  readReport,
  reportKind,
  type ReadReport,
  type ReportFacts,
  type ReportVerdict,
} from '../signedReport/read.ts';
import { returnDocument, returnDocumentName } from './files/document.ts';
import { returnFormat, returnManifest, type ReturnManifest } from './files/manifest.ts';

interface OwnFacts {
  readonly quarter: Quarter;
  readonly released: boolean;
}

export type ReturnFacts = ReportFacts & OwnFacts;
export type ReturnVerdict = ReportVerdict<OwnFacts>;
export type ReadReturn = ReadReport<ReturnManifest, typeof returnContent, OwnFacts>;

/** A release has no document: its figures are not exact. */
export const returnKind = reportKind('return', {
  format: returnFormat,
  manifest: returnManifest,
  documentName: returnDocumentName,
  document: returnDocument,
  own: ({ quarter, release }): OwnFacts => ({ quarter, released: release !== undefined }),
});

export const readReturn = (folder: string, readers: ForeignReaders): Promise<ReadReturn> =>
  readReport(returnKind, folder, readers);

/**
 * Checks an exported return on any machine, without a workspace: signature, every file's hash, nothing missing or added.
 * @param expected the fingerprint of the key that should have signed; without it nothing says whose key it is
 */
export const verifyReturn = async (
  folder: string,
  readers: ForeignReaders,
  expected: string | null = null,
): Promise<ReturnVerdict> => expectSigner((await readReturn(folder, readers)).verdict, expected);

/** How many folders next to a return are looked at for a later version of it. */
const mostBeside = 200;

interface Later {
  readonly name: string;
  readonly version: number;
}

const isSameQuarter = (a: Quarter, b: Quarter): boolean => a.fiscalYear === b.fiscalYear && a.quarter === b.quarter;

const isOfSame = (a: ReturnFacts, b: ReturnFacts): boolean =>
  a.agreement === b.agreement && a.released === b.released && isSameQuarter(a.quarter, b.quarter);

async function factsBeside(folder: string, by: string, readers: ForeignReaders): Promise<ReturnFacts | null> {
  const found = await readManifest(returnKind, folder, readers);
  if ('problem' in found || !isSigned(found.value)) return null;
  const { fingerprint, succession = [] } = found.value;
  return [fingerprint, ...predecessorsOf(succession)].includes(by) ? factsOf(returnKind, found.value) : null;
}

/** The latest version of the same return in a folder of the same place, by the signer of this one or a successor; null where this one is the latest. */
export async function supersededBeside(
  folder: string,
  { facts, fingerprint }: Pick<ReturnVerdict, 'facts' | 'fingerprint'>,
  readers: ForeignReaders,
): Promise<Later | null> {
  if (!facts || fingerprint === null) return null;
  const parent = dirname(resolve(folder));
  const others = entriesOf(parent)
    .filter((entry) => entry.isDirectory() && entry.name !== basename(resolve(folder)))
    .slice(0, mostBeside);
  const later: Later[] = [];
  for (const { name } of others) {
    const found = await factsBeside(join(parent, name), fingerprint, readers);
    const version = found && isOfSame(found, facts) ? found.version : 0;
    if (version > facts.version) later.push({ name, version });
  }
  return later.toSorted((a, b) => b.version - a.version)[0] ?? null;
}
