import { readFileSync } from 'node:fs';
import { newJob, ownUnit, must, type Chain } from './chain.ts';
import { columns as usual, mappingFor } from '../../../../tests/db/intake/imports/support.ts';

const officers = { kind: 'unit', roles: ['supervisor'] } as const;

const imports: Chain = {
  ...officers,
  reaches: [
    'imports.survey',
    'imports.preview',
    'imports.previewRows',
    'imports.apply',
    'imports.saveReport',
    'imports.saveSample',
  ],
  run: async (hand) => {
    const file = hand.inbox('rows.csv');
    const { reading, columns } = await hand.call('imports.inspect', { file });
    const officer = columns.findIndex(({ name }) => name === 'Officer');
    const mapping = mappingFor(ownUnit(hand), officer < 0 ? {} : { columns: { ...usual, assignedTo: officer } });
    await hand.call('imports.survey', { file, reading, mapping, jobId: newJob() });
    const { previewId } = await hand.call('imports.preview', { file, reading, mapping, jobId: newJob() });
    await hand.call('imports.previewRows', { previewId, verdict: 'new', offset: 0, size: 50 });
    await hand.call('imports.saveReport', { previewId, file: hand.outbox('report.csv'), locale: 'fr' });
    await hand.call('imports.saveSample', { file: hand.outbox('sample.csv'), locale: 'en' });
    await hand.call('imports.apply', { previewId, jobId: newJob() });
  },
};

const extracts: Chain = {
  ...officers,
  reaches: ['extracts.preview', 'extracts.rows', 'extracts.apply'],
  run: async (hand) => {
    const file = hand.inbox('extract.csv');
    const kind = 'investigations';
    const { reading, suggested: mapping } = await hand.call('extracts.inspect', { kind, file });
    const { previewId } = await hand.call('extracts.preview', { kind, file, reading, mapping, jobId: newJob() });
    await hand.call('extracts.rows', { previewId, difference: 'new', offset: 0, size: 50 });
    await hand.call('extracts.apply', { previewId, take: ['new', 'changed'], except: [], jobId: newJob() });
  },
};

/** The other service's files lie in the inbox, as they were made before any of this. */
const messages: Chain = {
  ...officers,
  reaches: ['exchanges.request', 'exchanges.read', 'exchanges.reply'],
  run: async (hand) => {
    const { exchanges } = await hand.call('exchanges.list', {});
    const { id: exchangeId } = must(exchanges.find(({ name, endedOn }) => name === 'Winter' && endedOn === null));
    await hand.call('exchanges.read', { file: hand.inbox('other.request') });
    const { id: officer } = hand.test.store.requireUnlocked().session.user;
    const reply = { references: [], officer, reach: null, file: hand.outbox('reply') };
    await hand.call('exchanges.reply', { place: hand.inbox('other.request'), ...reply });
    await hand.call('exchanges.request', { exchangeId, file: hand.outbox('again.request') });
  },
};

const keys: Chain = {
  ...officers,
  reaches: ['exchanges.inspectKey', 'exchanges.confirmKey'],
  run: async (hand) => {
    const file = hand.inbox('other.key');
    const { fingerprint } = await hand.call('exchanges.inspectKey', { file });
    const joining = { unitId: ownUnit(hand), sharedKey: readFileSync(hand.pathOf('other.secret'), 'utf8') };
    await hand.call('exchanges.confirmKey', { file, confirmFingerprint: fingerprint, joining });
  },
};

const reference: Chain = {
  ...officers,
  reaches: ['reference.inspect', 'reference.import', 'reference.remove'],
  run: async (hand) => {
    const file = hand.inbox('kept-0.1.0-files-reference.vigieref');
    const { fingerprint } = await hand.call('reference.inspect', { file });
    const { id } = await hand.call('reference.import', { file, confirmFingerprint: fingerprint });
    await hand.call('reference.remove', { id });
  },
};

const list: Chain = {
  ...officers,
  reaches: ['lists.export'],
  run: async (hand) => {
    await hand.call('lists.export', {
      query: { list: 'referrals', filter: {}, sort: { column: 'number', descending: false } },
      columns: [{ id: 'number', header: 'Number' }],
      ...{ words: {}, showsSummaries: false, locale: 'en', format: 'csv' },
      ...{ file: hand.outbox('list.csv'), jobId: newJob() },
    });
  },
};

export const intakeChains: readonly Chain[] = [imports, extracts, messages, keys, reference, list];
