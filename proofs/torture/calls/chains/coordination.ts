import { dirname } from 'node:path';
import type { Quarter } from '#contract/ground/dates';
import type { FileGrant } from '#contract/ground/ids';
import { quarterTwo } from '../../../../tests/support/packs.ts';
import { writeTexts } from '../../../../tests/support/returnTexts.ts';
import { addUnits, panelsOf } from '../../../../tests/db/statistics/estimate/reference/support.ts';
import { must, newJob, type Chain, type Hand } from './chain.ts';

const ofAll = { kind: 'coordination', roles: ['coordinator'], login: 'coordinator' } as const;
const fiscalYear = 2026;
/** One that has ended. */
const lastYear = 2025;

async function agreementOf(hand: Hand) {
  const { agreements } = await hand.call('agreements.list', {});
  return must(agreements.find(({ code }) => code === 'AG-ALPHA')).id;
}

const returns: Chain = {
  ...ofAll,
  reaches: [
    ...(['returns.prepare', 'returns.lock', 'returns.release'] as const),
    ...(['annual.saveText', 'annual.draft', 'annual.lock', 'annual.export', 'annual.removeText'] as const),
  ],
  run: async (hand) => {
    const agreementId = await agreementOf(hand);
    const year = { agreementId, fiscalYear: lastYear } as const;
    const quarter = { fiscalYear: lastYear, quarter: 4 } as Quarter;
    await writeTexts(hand.test, agreementId, quarter);
    const which = { agreementId, quarter, jobId: newJob() };
    const { contentHash } = await hand.call('returns.prepare', which);
    const { id: returnId } = await hand.call('returns.lock', { ...which, contentHash });
    await hand.call('returns.release', { returnId, folder: hand.outbox(), method: 'suppression' });
    const why = { en: 'It has not ended.', fr: 'Il n’est pas terminé.' };
    const { unexplained } = await hand.call('annual.prepare', year);
    const missing = { id: null, version: null, kind: 'missing_quarter', text: why } as const;
    for (const each of unexplained) await hand.call('annual.saveText', { ...year, ...missing, quarter: each });
    const prepared = await hand.call('annual.prepare', year);
    await hand.call('annual.lock', { ...year, contentHash: prepared.contentHash });
    await hand.call('annual.draft', { ...year, folder: hand.outbox(), separator: 'comma' });
    await hand.call('annual.export', { ...year, folder: hand.outbox(), separator: 'comma' });
    const noted = { ...year, id: null, version: null, kind: 'lesson', quarter: null, text: why } as const;
    const { id, version } = await hand.call('annual.saveText', noted);
    await hand.call('annual.removeText', { ...year, id, version });
  },
};

const found = {
  finding: { en: 'A finding', fr: 'Un constat' },
  population: { en: 'Images', fr: 'Images' },
  method: { en: 'Review', fr: 'Analyse' },
  ...{ source: 'Fictitious centre, 2022', publishedOn: '2022-03-31' },
} as const;

const sources: Chain = {
  ...ofAll,
  reaches: ['annual.saveSource', 'annual.removeSource', 'renewal.export'],
  run: async (hand) => {
    const agreementId = await agreementOf(hand);
    const year = { agreementId, fiscalYear: lastYear } as const;
    const { id, version } = await hand.call('annual.saveSource', { ...year, id: null, version: null, ...found });
    await hand.call('annual.removeSource', { ...year, id, version });
    await hand.call('renewal.export', { agreementId, folder: hand.outbox(), planId: null, jobId: newJob() });
  },
};

/** A figure that a coordinator entered has changed since its return was locked. */
const restated: Chain = {
  ...ofAll,
  reaches: ['returns.giveReason'],
  run: async (hand) => {
    const which = { agreementId: await agreementOf(hand), quarter: quarterTwo };
    const { cells, units } = await hand.call('entered.grid', { quarter: quarterTwo });
    const own = must(units.find(({ code }) => code === 'ALPHA1')).id;
    const { code, version } = must(cells.find(({ unitId }) => unitId === own));
    const figure = { unitId: own, code, value: 11, numerator: null, denominator: null };
    const why = { en: 'Counted again.', fr: 'Compté de nouveau.' };
    await hand.call('entered.save', { quarter: quarterTwo, cells: [{ ...figure, why, version }] });
    const { content } = await hand.call('returns.prepare', { ...which, restate: true, jobId: newJob() });
    const { sequence, changes } = must(content.restatement);
    const changed = changes.map(({ what, unitCode, code: of, month, after }) => ({
      ...{ what, unitCode, code: of, month, after, version: null },
    }));
    await hand.call('returns.giveReason', { ...which, sequence, cells: changed, why });
  },
};

const money: Chain = {
  ...ofAll,
  reaches: ['funding.previewFile', 'funding.applyFile', 'frameworks.import', 'frameworks.compare'],
  run: async (hand) => {
    const grid = { agreementId: await agreementOf(hand), register: 'budget', fiscalYear } as const;
    const { previewId } = await hand.call('funding.previewFile', { ...grid, file: hand.inbox('budget.csv') });
    await hand.call('funding.applyFile', { previewId });
    const { versions } = await hand.call('frameworks.list', { on: '2026-11-24' });
    const { version: after } = await hand.call('frameworks.import', { file: hand.inbox('framework.json') });
    await hand.call('frameworks.compare', { before: must(versions[0]).version, after });
  },
};

const rollup: Chain = {
  ...ofAll,
  reaches: ['rollup.inspect', 'rollup.import', 'rollup.refuse'],
  run: async (hand) => {
    const place = hand.test.grant(dirname(hand.pathOf('budget.csv'))) as FileGrant;
    const { found } = await hand.call('rollup.inspect', { place });
    const waiting = found.filter(({ verdict }) => verdict === 'key_unconfirmed' || verdict === 'changed');
    const ready = must(found.find(({ verdict }) => verdict === 'ready'));
    const other = must(waiting[0]);
    await hand.call('rollup.refuse', { place, name: other.name, reason: 'Not known' });
    await hand.call('rollup.import', { place, name: ready.name });
  },
};

/** Ten units can tell by themselves what a funded person adds. */
const reference: Chain = {
  ...ofAll,
  reaches: ['reference.export'],
  run: async (hand) => {
    await addUnits(hand.test, panelsOf(10, 30));
    await hand.call('reference.export', { lastMonth: '2026-09', file: hand.outbox('own.vigieref'), jobId: newJob() });
  },
};

export const coordinationChains: readonly Chain[] = [returns, restated, sources, money, rollup, reference];
