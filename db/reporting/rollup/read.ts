import type { Bilingual } from '#contract/ground/common';
import {
  type FormRemark,
  type RollupProblemCode,
  type RollupSource,
  rollupProblemCode,
} from '#contract/reporting/rollup';
import { badCounts, cellsNamed } from '../packs/counts.ts';
import type { PackPayload } from '../packs/format.ts';
import { readPack, verdictOn, type VerifiedPack } from '../packs/verify.ts';
import { readReturn } from '../returns/verify.ts';
import type { FilePlace, FolderPlace, Place } from './find.ts';
import { readKit } from './kit/readKit.ts';
import { packOfReturn } from './fromReturn.ts';

/** What a verified return is beyond its figures, with the texts that were verified. */
export interface ReceivedFacts {
  readonly recipient: Bilingual;
  readonly sequence: number;
  readonly contentHash: string;
  readonly manifest: string;
  readonly document: string;
}

export interface ReadSource {
  readonly place: Place;
  readonly problems: RollupSource['problems'];
  readonly fingerprint: string | null;
  /** Null where it is refused. */
  readonly pack: VerifiedPack | null;
  readonly received: ReceivedFacts | null;
  /** All that a form says, where it is read as a word on a unit whose signed pack is late. */
  readonly form?: PackPayload;
  /** Of a form, what is accepted in it and said. */
  readonly remarks?: readonly FormRemark[];
}

const problem = (code: RollupProblemCode, file: string | null = null): RollupSource['problems'][number] => ({
  code,
  file,
});

/**
 * Verifies one source, byte for byte, without a workspace; of an unsigned form, that it can be read.
 * @param now used for the time of a form of which none is known: it was dropped on the page
 */
export async function readSource(place: Place, now: number): Promise<ReadSource> {
  if (place.isLink)
    return { place, problems: [problem('file_linked', place.name)], fingerprint: null, pack: null, received: null };
  switch (place.kind) {
    case 'return':
      return readReturnSource(place);
    case 'pack':
      return readPackSource(place);
    case 'kit':
      return readKitSource(place, now);
  }
}

async function readKitSource(place: FilePlace, now: number): Promise<ReadSource> {
  const read = await readKit(place.file, now);
  if ('problems' in read) return { place, problems: [...read.problems], fingerprint: null, pack: null, received: null };
  return { place, problems: [], fingerprint: null, received: null, ...read };
}

async function readPackSource(place: FilePlace): Promise<ReadSource> {
  const { pack, problem: found, cells } = await verdictOn(() => readPack(place.file));
  const code = rollupProblemCode.catch('not_a_pack').parse(found);
  const places = cells.length > 0 ? cells : [place.name];
  const problems = pack ? [] : places.map((each) => problem(code, each));
  return { place, problems, fingerprint: pack?.fingerprint ?? null, pack, received: null };
}

async function readReturnSource(place: FolderPlace): Promise<ReadSource> {
  const { verdict, manifest, document } = await readReturn(place.path, place.readers);
  const refused = (...problems: RollupSource['problems']): ReadSource => ({
    place,
    problems,
    fingerprint: verdict.fingerprint,
    pack: null,
    received: null,
  });
  if (!verdict.ok || !manifest) return refused(...verdict.problems);
  // Suppressed and rounded figures do not add up.
  if (manifest.value.release) return refused(problem('release_not_exact'));
  const pack = document && packOfReturn({ manifest, document });
  if (!pack) return refused(problem('panel_inconsistent', 'return.json'));
  const bad = badCounts(pack.payload).slice(0, cellsNamed);
  if (bad.length > 0) return refused(...bad.map((each) => problem('pack_bad_count', each)));
  const { content, contentHash } = document.value;
  return {
    place,
    problems: [],
    fingerprint: verdict.fingerprint,
    pack,
    received: {
      recipient: content.agreement.recipient,
      sequence: content.restatement?.sequence ?? 1,
      contentHash,
      manifest: manifest.text,
      document: document.text,
    },
  };
}
