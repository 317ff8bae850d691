import { recordsOf } from '../../store/engineRecords.ts';
import type { ActionHandler, ReadHandler } from '../../store/types.ts';
import { exportJournal } from './export.ts';
import { ofFile, rowsOf, whereOf } from './rows.ts';
import { verifyChain } from './verify.ts';

export const auditReads: {
  readonly 'audit.list': ReadHandler<'audit.list'>;
  readonly 'audit.history': ReadHandler<'audit.history'>;
} = {
  'audit.list': async (db, { filter, ...page }, { session }) => ({
    rows: await rowsOf(db, session, await whereOf(db, session, filter), page),
  }),
  'audit.history': async (db, { file, ...page }, { session }) => ({
    rows: await rowsOf(db, session, ofFile(file), page),
  }),
};

export const auditActions: {
  readonly 'audit.export': ActionHandler<'audit.export'>;
  readonly 'audit.verify': ActionHandler<'audit.verify'>;
} = {
  'audit.export': exportJournal,

  'audit.verify': async (context, { head }) => {
    const result = await verifyChain(recordsOf(context.read).auditChain, head);
    const { entries, intact, given } = result;
    const facts = { entries, intact, ...(given && { containsHead: given.foundAt !== null }) };
    await context.transact(() => Promise.resolve({ output: null, audit: { facts } }));
    return result;
  },
};
