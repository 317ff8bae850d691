import fc from 'fast-check';
import { addMonths, monthsBetween, type CivilDate, type Month } from '#contract/ground/dates';
import type { UnitId } from '#contract/ground/ids';
import { noChildIdentified } from './danger.ts';
import type { TestStore } from './store.ts';

/** The months that the play may reach. */
export const first = '2026-01' as Month;
export const last = '2026-10' as Month;
export const months = monthsBetween(first, last);
const day = (offset: number): CivilDate => {
  const month = addMonths(first, Math.min(9, Math.floor(offset / 28)));
  return `${month}-${String((offset % 28) + 1).padStart(2, '0')}` as CivilDate;
};

/** Anything an officer may do, on files chosen by number; what the rules refuse is simply refused. */
export const ledgerStep = fc.record({
  what: fc.constantFrom(
    'log',
    'move',
    'reopen',
    'bundle',
    'split',
    'open',
    'proactive',
    'wait',
    'court',
    'conclude',
    'again',
    'rule',
    'link',
    'unlink',
    'send',
    'sendFile',
    'answer',
    'undo',
  ),
  a: fc.nat(7),
  b: fc.nat(30),
  after: fc.nat(6),
});
export interface LedgerStep {
  readonly what: string;
  readonly a: number;
  readonly b: number;
  readonly after: number;
}

/** What has been made so far, by all who play. */
export class LedgerPlay {
  readonly referrals: string[] = [];
  readonly files: string[] = [];
  readonly transfers: { readonly id: string; readonly kind: 'referral' | 'file' }[] = [];
}

/** Plays the steps by calls of methods; time only goes forward. */
export async function playLedger(
  { call }: Pick<TestStore, 'call'>,
  steps: readonly LedgerStep[],
  [unitId, otherUnitId = unitId]: readonly [UnitId, UnitId?],
  { referrals, files, transfers } = new LedgerPlay(),
): Promise<void> {
  let offset = 0;
  const pick = (list: readonly string[], index: number): never => list[index % Math.max(1, list.length)] as never;
  const receive = async (on: CivilDate) => {
    const { id } = await call('referrals.log', { unitId, source: 'ncecc', receivedOn: on });
    await call('referrals.decideDanger', noChildIdentified(id));
    return id;
  };
  const versionOf = async (id: never): Promise<number> =>
    (await call('referrals.get', { referralId: id })).referral.version;
  const fileVersion = async (id: never): Promise<number> =>
    (await call('investigations.get', { investigationId: id })).investigation.version;
  for (const { what, a, b, after } of steps) {
    offset = Math.min(offset + after, 279);
    const on = day(offset);
    try {
      if (what === 'log') referrals.push(await receive(on));
      else if (what === 'proactive' || what === 'open') {
        const referralIds = what === 'open' ? [...new Set([pick(referrals, a), pick(referrals, b)])] : [];
        files.push((await call('investigations.open', { unitId, openedOn: on, referralIds, lead: null })).id);
      } else if (what === 'move' || what === 'reopen') {
        const to =
          what === 'reopen' ? 'received' : (['concluded', 'not_viable', 'transferred_out', 'triaged'] as const)[b % 4]!;
        const referralId = pick(referrals, a);
        await call('referrals.move', { referralId, version: await versionOf(referralId), to, on });
      } else if (what === 'undo') {
        const referralId = pick(referrals, a);
        await call('referrals.undo', { referrals: [{ referralId, version: await versionOf(referralId) }] });
      } else if (what === 'bundle')
        await call('referrals.bundle', { headId: pick(referrals, a), referralIds: [pick(referrals, b)], on });
      else if (what === 'split') await call('referrals.split', { referralId: pick(referrals, a), on });
      else if (what === 'rule') {
        const backlogDefinition = b % 2 === 0 ? 'include_court' : 'exclude_court';
        await call('countingRules.save', {
          unitId,
          validFrom: on,
          backlogDefinition,
          statement: { en: 'x', fr: 'x' },
        });
      } else if (what === 'link')
        await call('links.linkReferral', { investigationId: pick(files, a), referralId: pick(referrals, b), on });
      else if (what === 'unlink')
        await call('links.unlinkReferral', {
          investigationId: pick(files, a),
          referralId: pick(referrals, b),
          on,
        });
      else if (what === 'send' || what === 'sendFile') {
        const isFile = what === 'sendFile';
        const outside = b % 4 === 0;
        const { id } = await call('transfers.propose', {
          referralId: isFile ? null : pick(referrals, a),
          investigationId: isFile ? pick(files, a) : null,
          toUnitId: outside ? null : otherUnitId,
          toService: outside ? 'Elsewhere' : null,
          on,
          message: null,
        });
        transfers.push({ id, kind: isFile ? 'file' : 'referral' });
      } else if (what === 'answer') {
        const sent = transfers[a % Math.max(1, transfers.length)];
        const decided = { transferId: (sent?.id ?? '') as never, version: 1, on };
        if (b % 3 === 0) await call('transfers.refuse', { ...decided, reason: 'Not ours' });
        else {
          const { receivedId } = await call('transfers.accept', decided);
          if (receivedId !== null) (sent?.kind === 'file' ? files : referrals).push(receivedId);
        }
      } else {
        const investigationId = pick(files, a);
        const version = await fileVersion(investigationId);
        if (what === 'conclude') await call('investigations.conclude', { investigationId, version, on });
        else if (what === 'again') await call('investigations.reopen', { investigationId, version, on });
        else
          await call('investigations.wait', {
            files: [{ investigationId, version }],
            since: on,
            state: what === 'court' ? 'crown_or_court' : 'lab',
          });
      }
    } catch (error) {
      if (!(error instanceof Error && /conflict|invalid_input|not_found/.test(error.message))) throw error;
    }
  }
}

type Row = Readonly<Record<string, string | number | null>>;

/** Every row of a table, whatever the engine, with columns by their names in the database. */
export type RowsOf = (table: string) => Promise<readonly Row[]>;

const by =
  (column: string) =>
  (a: Row, b: Row): number =>
    String(a[column]) < String(b[column]) ? -1 : 1;

/** A count that knows nothing of ledgers: how many files are in the backlog at the end of this day? */
export async function naiveStock(rowsOf: RowsOf, end: CivilDate, unitId: string): Promise<number> {
  const rules = (await rowsOf('counting_rule')).filter((rule) => rule.unit_id === unitId).toSorted(by('valid_from'));
  const includesCourt =
    rules.filter((rule) => String(rule.valid_from) <= end).at(-1)?.backlog_definition === 'include_court';
  const lastOf = async (table: string, key: string): Promise<(id: Row[string] | undefined) => Row | undefined> => {
    const rows = (await rowsOf(table)).filter((row) => String(row.on_date) <= end);
    const inOrder = rows.toSorted((a, b) => Number(a.position) - Number(b.position));
    const byFile = new Map(inOrder.map((row) => [row[key], row]));
    return (id) => byFile.get(id ?? null);
  };
  const lastOfReferral = await lastOf('referral_event', 'referral_id');
  const lastOfFile = await lastOf('investigation_event', 'investigation_id');
  const open = (await rowsOf('referral'))
    .filter((row) => row.unit_id === unitId && String(row.received_on) <= end)
    .filter((row) =>
      ['received', 'triaged', 'assigned'].includes(String(lastOfReferral(row.id)?.to_state ?? 'received')),
    );
  const files = (await rowsOf('investigation'))
    .filter((row) => row.unit_id === unitId && String(row.opened_on) <= end)
    .filter((row) => {
      const lastEvent = lastOfFile(row.id);
      return (
        !['concluded', 'transferred'].includes(String(lastEvent?.kind)) &&
        (includesCourt || lastEvent?.waiting !== 'crown_or_court')
      );
    });
  return open.length + files.length;
}
