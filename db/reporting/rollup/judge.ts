import type { RollupProblemCode, RollupSource } from '#contract/reporting/rollup';
import { canonicalJson } from '../../ground/kernel/canonicalJson.ts';
import { groupsBy } from '../../ground/kernel/groups.ts';
import { predecessorsOf } from '../../ground/kernel/succession.ts';
import { fingerprintOf } from '../../ground/kernel/signing.ts';
import { trustIn } from '../packs/trust.ts';
import { sameQuarter } from '../packs/importPack.ts';
import type { VerifiedPack } from '../packs/verify.ts';
import { pack } from '../../ground/schema/coordination/packs.ts';
import { getSetting } from '../../store/settings.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { figuresOfForm } from './kit/figures.ts';
import type { ReadSource } from './read.ts';
import { unitsCoded } from './sameCode.ts';

/** What of the same sender and quarter is already imported. */
async function standingOf(
  db: ReadDb,
  { payload, sha256 }: VerifiedPack,
): Promise<'new' | 'held' | 'older' | 'replaces'> {
  const held = await db
    .select({ sha256: pack.sha256, exportedAt: pack.exportedAt, withdrawnAt: pack.withdrawnAt })
    .from(pack)
    .where(sameQuarter(payload));
  if (held.some((each) => each.sha256 === sha256)) return 'held';
  const counted = held.filter((each) => each.withdrawnAt === null);
  if (counted.some((each) => each.exportedAt >= payload.exportedAt)) return 'older';
  return counted.length > 0 ? 'replaces' : 'new';
}

/** An unsigned form never speaks for a unit whose figures came signed. */
async function speaksForAnother(db: ReadDb, { payload }: VerifiedPack): Promise<boolean> {
  const held = await unitsCoded(db, payload.units);
  return held.some((each) => !payload.units.some(({ id }) => id === each.id));
}

/** What this workspace cannot take although it is as it was signed. */
async function forbids(db: ReadDb, verified: VerifiedPack, standing: string): Promise<RollupProblemCode | null> {
  const { demonstration } = await getSetting(db, 'workspace');
  // Fictitious figures never meet real ones.
  if (verified.payload.workspace.demonstration !== demonstration) return 'other_world';
  const { publicKey, succession } = await getSetting(db, 'signingKey');
  const own = [fingerprintOf(publicKey), ...predecessorsOf(succession)];
  if (verified.kind === 'return' && own.includes(verified.fingerprint)) return 'own_return';
  if (verified.kind === 'kit' && (await speaksForAnother(db, verified))) return 'kit_unit_known';
  return standing === 'older' ? 'older_than_held' : null;
}

function saysOf({ pack: verified, received, form, remarks = [] }: ReadSource): RollupSource['says'] {
  if (!verified) return null;
  const { workspace, quarter, units, exportedAt, panel } = verified.payload;
  return {
    workspaceName: workspace.name,
    quarter,
    units: units.map(({ code, name }) => ({ code, name })),
    exportedAt,
    recipient: received?.recipient ?? null,
    sequence: received?.sequence ?? null,
    months: new Set(panel.map((cell) => cell.month)).size,
    figures: verified.kind === 'kit' ? [...figuresOfForm(form ?? verified.payload)] : [],
    remarks: [...remarks],
    awaitsPack: form !== undefined,
    replacesForm: false,
    twin: false,
  };
}

/** What is to be thought of a source, here and now. */
export async function judge(db: ReadDb, source: ReadSource, now: number): Promise<RollupSource> {
  const { place, fingerprint, pack: verified } = source;
  const facts = {
    name: place.name,
    kind: place.kind,
    fingerprint,
    says: saysOf(source),
    keyConfirmed: true,
    changes: [],
  };
  if (!verified) return { ...facts, verdict: 'refused', problems: source.problems };
  const standing = await standingOf(db, verified);
  const forbidden = await forbids(db, verified, standing);
  if (forbidden) return { ...facts, verdict: 'refused', problems: [{ code: forbidden, file: null }] };
  if (standing === 'held') return { ...facts, verdict: 'held', problems: [] };
  if (verified.kind === 'kit') {
    const says = facts.says && { ...facts.says, replacesForm: standing === 'replaces' };
    return { ...facts, says, verdict: 'unsigned', problems: [] };
  }
  const { isConfirmed, revoked, changes } = await trustIn(db, verified, now);
  const trust = { ...facts, keyConfirmed: isConfirmed, changes: [...changes] };
  if (revoked !== null) return { ...trust, verdict: 'refused', problems: [{ code: 'pack_key_revoked', file: null }] };
  if (changes.length > 0) return { ...trust, verdict: 'changed', problems: [] };
  return { ...trust, verdict: isConfirmed ? 'ready' : 'key_unconfirmed', problems: [] };
}

const unitOf = ({ says }: RollupSource): string =>
  canonicalJson([says?.quarter ?? null, says?.units.map(({ code }) => code) ?? []]);

/** Marks forms of one unit and quarter of which the place has several. */
export function withTwins(found: readonly RollupSource[]): RollupSource[] {
  const forms = groupsBy(
    found.filter(({ verdict }) => verdict === 'unsigned'),
    unitOf,
  );
  return found.map((each) =>
    each.says && each.verdict === 'unsigned' && (forms.get(unitOf(each))?.length ?? 0) > 1
      ? { ...each, says: { ...each.says, twin: true } }
      : each,
  );
}

/** A source as shown to a user limited to some agreements: refused, without what is recorded of others' units. */
export function ofOthers(source: RollupSource): RollupSource {
  if (source.verdict === 'refused') return source;
  return { ...source, verdict: 'refused', problems: [{ code: 'units_of_other_agreements', file: null }] };
}
