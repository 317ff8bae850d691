import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { referralSource, riskBand, type Locale } from '#contract/ground/codes';
import type { ReferralId } from '#contract/ground/ids';
import { cellWords } from '#contract/casework/listCells';
import { codeWords } from '#contract/words/codes';
import { fields } from '#contract/words/fields';
import { headings } from '#contract/words/headings';
import { propose } from '../../../../db/intake/imports/proposals.ts';
import { loadTexts } from '../../../../renderer/i18n/loadTexts.ts';
import { readRegister } from '../../../support/importRegister.ts';
import { copyOfUnit, type TestStore } from '../../../support/store.ts';
import { stored } from '../../../support/stored.ts';
import { grantOf, newJob, writeFile } from './support.ts';
import { it, test as from, unitId } from '../../../support/fixtures/shared/unit.ts';

const summaries = [
  'Two\nlines; "quoted", and a comma',
  "'an apostrophe at the beginning",
  '=1+1',
  '+1 514 555-0199',
  '@handle',
  '-5 degrees\nand more',
  'Été à l’école; « guillemets »',
];
const ids: ReferralId[] = [];
it.beforeAll(async () => {
  for (const [index, source] of referralSource.options.entries()) {
    const { id } = await from.call('referrals.log', {
      ...{ unitId, source, receivedOn: `2026-0${String(1 + (index % 9))}-1${String(index % 7)}` },
      externalNumber: `${['=', '-', "'", ''][index % 4] ?? ''}R-${String(index)}`,
      summary: summaries[index % summaries.length] ?? '',
      ...(index % 3 === 0 ? {} : { riskBand: riskBand.options[1 + (index % 4)] ?? 'low' }),
    });
    ids.push(id);
  }
  const decided = { identifiable: 'no', decidedAt: from.store.options.clock.now(), reason: 'Nothing names a child.' };
  await from.call('referrals.decideMany', { referralIds: ids, ...decided } as never);
  const end = async (index: number, to: string) => {
    const { referral } = await from.call('referrals.get', { referralId: ids[index]! });
    const { version } = referral;
    await from.call('referrals.move', {
      referralId: ids[index]!,
      version,
      to,
      on: '2026-11-20',
      reason: 'Done.',
    } as never);
  };
  await end(4, 'concluded');
  await end(5, 'not_viable');
  await end(6, 'information_only');
});

const headerOf = {
  dueAt: { en: 'Due', fr: 'Échéance' },
  band: fields.riskBand,
  receivedOn: fields.receivedOn,
  number: fields.number,
  source: fields.source,
  externalNumber: { en: 'External no.', fr: 'Nº externe' },
  state: fields.state,
  stateOn: { en: 'Status since', fr: 'Statut depuis' },
  assignedTo: fields.owner,
  unit: headings.unit,
  summary: fields.summary,
};

function wordsIn(locale: Locale): Record<string, string> {
  const groups = codeWords as unknown as Record<string, Record<string, Record<Locale, string>>>;
  return Object.fromEntries(
    cellWords.referrals.map((key) => {
      const [, group = '', code = ''] = /^codes:(\w+)\.(\w+)$/.exec(key) ?? [];
      return [key, groups[group]?.[code]?.[locale] ?? key];
    }),
  );
}

interface Stored {
  readonly external_number: string | null;
}
const referrals = (test: TestStore): Promise<readonly Stored[]> =>
  stored<Stored>(
    test,
    'SELECT source, received_on, external_number, summary, risk_band, state, state_on FROM referral ORDER BY external_number',
  );

it.each(
  (['en', 'fr'] as const).flatMap((locale) =>
    (['csv', 'csv_semicolon', 'xlsx'] as const).map((format) => [locale, format] as const),
  ),
)('a list of referrals is imported again as it was, in %s as %s', async (locale, format) => {
  const path = join(from.parent, `list-${locale}.${format === 'xlsx' ? 'xlsx' : 'csv'}`);
  await from.call('lists.export', {
    query: { list: 'referrals', filter: {}, sort: { column: 'number', descending: false } },
    columns: Object.entries(headerOf).map(([id, header]) => ({ id, header: header[locale] })),
    ...{ words: wordsIn(locale), showsSummaries: true, locale, format },
    ...{ file: grantOf(from, path), jobId: newJob() },
  });
  const { test: to, unitId: own } = await copyOfUnit();
  try {
    const file = grantOf(to, writeFile(to, readFileSync(path), `list.${format === 'xlsx' ? 'xlsx' : 'csv'}`));
    const { previewId, counts, reasons } = (await readRegister(to, file, { unitId: own })).preview;
    expect(counts.new).toBe(ids.length);
    expect(reasons).toEqual({});
    await to.call('imports.apply', { previewId, jobId: newJob() });
    expect(await referrals(to)).toEqual(await referrals(from));
  } finally {
    to.dispose();
  }
});

it('a child in danger comes in as imminent danger, whatever band stands beside it, and is to be checked', async () => {
  for (const locale of ['en', 'fr'] as const) {
    const { triage } = await loadTexts(locale);
    const { running } = (triage as { readonly danger: { readonly running: string } }).danger;
    for (const text of [running, `${running}, ${codeWords.riskBand.low[locale]}`])
      expect(propose('riskBand', text, []), text).toEqual({ code: 'imminent', isSure: false });
  }
});
