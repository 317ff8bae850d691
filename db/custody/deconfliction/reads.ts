import { asc, desc, inArray } from 'drizzle-orm';
import type { CivilDate } from '#contract/ground/dates';
import type { ExchangeMessage, ExchangeRow } from '#contract/custody/deconfliction';
import { displayNames } from '../../accounts/people/names.ts';
import { pick } from '../../ground/kernel/pick.ts';
import { must } from '../../ground/kernel/assert.ts';
import { groupsBy } from '../../ground/kernel/groups.ts';
import { exchange, exchangeMessage } from '../../ground/schema/unit/exchanges.ts';
import type { ReadHandler } from '../../store/types.ts';
import { forgetKeys, type ExchangeRecord } from './held.ts';
import { isExpired, stateOfExchange } from './rules.ts';

type Names = ReadonlyMap<string, string>;

function toMessage(row: typeof exchangeMessage.$inferSelect, names: Names): ExchangeMessage {
  return {
    id: row.id,
    requestId: row.requestId,
    kind: row.kind as ExchangeMessage['kind'],
    direction: row.direction as ExchangeMessage['direction'],
    at: row.at,
    by: names.get(row.by) ?? '',
    ...pick(row, 'identifiers', 'matches', 'contact'),
  };
}

function peerOf(row: ExchangeRecord, names: Names): ExchangeRow['peer'] {
  const { peerName, peerFingerprint, peerConfirmedAt, peerConfirmedBy } = row;
  if (peerFingerprint === null) return null;
  return {
    workspaceName: must(peerName, 'a confirmed key has the name of its workspace'),
    fingerprint: peerFingerprint,
    confirmedAt: must(peerConfirmedAt, 'a confirmed key has its instant'),
    confirmedBy: names.get(peerConfirmedBy ?? '') ?? '',
  };
}

const isToForget = (row: ExchangeRecord, today: CivilDate): boolean =>
  row.sharedKey !== null && isExpired(row.expiresOn, today);

export const exchangeReads: { readonly 'exchanges.list': ReadHandler<'exchanges.list'> } = {
  'exchanges.list': async (db, _, { clock, derive }) => {
    const today = clock.certainDay();
    const rows = await db.select().from(exchange).orderBy(desc(exchange.beganOn), asc(exchange.id));
    const ids = rows.map(({ id }) => id);
    const log = await db
      .select()
      .from(exchangeMessage)
      .where(inArray(exchangeMessage.exchangeId, ids))
      .orderBy(asc(exchangeMessage.at), asc(exchangeMessage.id));
    const names = await displayNames(db);
    const byExchange = groupsBy(log, ({ exchangeId }) => exchangeId);
    const over = rows.filter((row) => isToForget(row, today));
    // That the keys go with the day follows from the day alone: it is not an act of the reader.
    if (over.length > 0)
      void derive(
        over.map(
          ({ id }) =>
            (tx) =>
              forgetKeys(tx, id),
        ),
      );
    return {
      exchanges: rows.map((row) => ({
        ...pick(row, 'id', 'version', 'unitId', 'name', 'beganOn'),
        beganBy: names.get(row.beganBy) ?? '',
        expiresOn: row.expiresOn,
        state: stateOfExchange(row, today),
        fingerprint: row.fingerprint,
        peer: peerOf(row, names),
        endedOn: row.endedOn,
        messages: (byExchange.get(row.id) ?? []).map((each) => toMessage(each, names)),
      })),
    };
  },
};
