import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { ExtractKind } from '#contract/intake/extracts';
import { waitingState } from '#contract/ground/codes';
import type { Input } from '#contract/index';
import { codeWords } from '#contract/words/codes';
import { ownHeadings } from '../../../../db/intake/imports/ownLists.ts';
import { loadTexts } from '../../../../renderer/i18n/loadTexts.ts';
import { copyOfUnit, type TestStore } from '../../../support/store.ts';
import { stored } from '../../../support/stored.ts';
import { grantOf, newJob, writeFile } from '../imports/support.ts';
import { extractsOf, header } from './support.ts';
import { it, test as from, unitId, userId } from '../../../support/fixtures/shared/unit.ts';

type Wanted = Input<'lists.export'>;
type Format = Wanted['format'];
type Locale = Wanted['locale'];

const investigations = { list: 'investigations', filter: {}, sort: { column: 'number', descending: false } } as const;
const described = [
  { title: '=1+1 Été; "guillemets"', subject: "'an apostrophe, and a comma" },
  { title: null, subject: null },
  { title: '-5 degrees', subject: null },
];
it.beforeAll(async () => {
  await extractsOf(() => from).extract(
    'investigations',
    header,
    '26-001,2026-01-05,2026-03-02',
    '26-002,2026-02-01,',
    '=26-003,2026-02-11,2026-11-20',
  );
  const { rows } = await from.call('investigations.list', { ...investigations, from: { at: 'start' }, size: 9 });
  for (const [index, { id: investigationId, version }] of rows.entries())
    await from.call('investigations.describe', { investigationId, version, ...described[index]! });
  const opening = { unitId, referralIds: [], lead: userId };
  const { id: waits } = await from.call('investigations.open', { ...opening, openedOn: '2026-03-04' });
  const wait = { files: [{ investigationId: waits, version: 2 }], since: '2026-04-05' };
  await from.call('investigations.wait', { ...wait, state: 'provider', on: '=Hôte; "fictif"' });
  await from.call('handover.setNextStep', { investigationId: waits, version: null, text: '-1 Ask\n"again"; été' });
  await from.call('investigations.open', { ...opening, openedOn: '2026-05-06' });
  await from.call('referrals.log', { unitId, source: 'public', receivedOn: '2026-11-20', summary: 'words' });
});

const investigationHeaders = {
  en: {
    ...{ number: 'Number', title: 'Title', subject: 'Subject line', openedOn: 'Opened', lastOn: 'Last activity' },
    ...{ concludedOn: 'Concluded on', lead: 'Lead', waiting: 'Status', waitingSince: 'Since' },
    ...{ waitingOn: 'Waiting on (name)', nextStep: 'Next step' },
  },
  fr: {
    ...{ number: 'Numéro', title: 'Titre', subject: 'Objet', openedOn: 'Ouverte le', lastOn: 'Dernière activité' },
    ...{ concludedOn: 'Conclue le', lead: 'Responsable', waiting: 'Statut', waitingSince: 'Depuis le' },
    ...{ waitingOn: 'En attente de (nom)', nextStep: 'Prochaine étape' },
  },
} as const;

const files = (test: TestStore) =>
  stored(
    test,
    `SELECT number, title, subject, opened_on, concluded_on, lead_user_id, waiting, waiting_since, waiting_on, s.text
     FROM investigation LEFT JOIN next_step s ON s.investigation_id = investigation.id ORDER BY number`,
  );

const concluded = { en: 'Concluded', fr: 'Conclue' } as const;
const wordsIn = (locale: Locale) => ({
  ...Object.fromEntries(
    waitingState.options.map((each) => [`codes:waitingState.${each}`, codeWords.waitingState[each][locale]]),
  ),
  'investigations:concluded': concluded[locale],
});

async function exported(query: Wanted['query'], headers: Record<string, string>, locale: Locale, format: Format) {
  const name = `own.${format === 'xlsx' ? 'xlsx' : 'csv'}`;
  const path = join(from.parent, name);
  await from.call('lists.export', {
    query,
    columns: Object.entries(headers).map(([id, text]) => ({ id, header: text })),
    ...{ words: wordsIn(locale), showsSummaries: true, locale, format, file: grantOf(from, path), jobId: newJob() },
  });
  return { name, content: readFileSync(path) };
}

it.each(
  (['en', 'fr'] as const).flatMap((locale) =>
    (['csv', 'csv_semicolon', 'xlsx'] as const).map((format) => [locale, format] as const),
  ),
)('a list of investigations is imported again with its texts and days, in %s as %s', async (locale, format) => {
  const { name, content } = await exported(investigations, investigationHeaders[locale], locale, format);
  const { test: to } = await copyOfUnit();
  try {
    const file = grantOf(to, writeFile(to, content, name));
    const { reading, suggested } = await to.call('extracts.inspect', { kind: 'investigations', file });
    const found = { kind: 'investigations', file, reading, mapping: suggested, jobId: newJob() } as const;
    const { previewId, counts } = await to.call('extracts.preview', found);
    expect(counts).toMatchObject({ new: 5, invalid: 0 });
    await to.call('extracts.apply', { previewId, take: ['new'], except: [], jobId: newJob() });
    expect(await files(to)).toEqual(await files(from));
    const again = await to.call('extracts.preview', { ...found, jobId: newJob() });
    expect(again.counts).toMatchObject({ new: 0, unchanged: 5 });
    // A cell without a title leaves what was written here.
    const { rows } = await to.call('investigations.list', { ...investigations, from: { at: 'start' }, size: 9 });
    const named = { investigationId: rows[1]!.id, version: rows[1]!.version, title: 'Ours', subject: null };
    await to.call('investigations.describe', named);
    const third = await to.call('extracts.preview', { ...found, jobId: newJob() });
    expect(third.counts).toMatchObject({ new: 0, conflict: 0, unchanged: 5 });
  } finally {
    to.dispose();
  }
});

it('names the leads that have no account, whose files come without one, and the states that it does not know', async () => {
  const { extract, preview, rowsOf } = extractsOf(() => to);
  const { test: to } = await copyOfUnit();
  const heading = 'Number,Opened,Lead,Status,Since,Next step';
  try {
    const given = await preview(
      'investigations',
      heading,
      'N-1,2026-01-05,A. Nobody,Lab,2026-02-01,Call',
      'N-2,2026-01-05,,Elsewhere,2026-02-01,',
      'N-5,2026-01-05,A. Nobody,Open,,',
      'N-3,2026-01-05,,Lab,2026-01-04,',
      'N-4,2026-01-05,,Active,,',
    );
    expect(given.counts).toMatchObject({ new: 4, invalid: 1 });
    expect(given.reasons).toEqual({ date_before_opening: 1 });
    expect(given.notRead).toEqual([
      { field: 'lead', text: 'A. Nobody', rows: 2 },
      { field: 'waiting', text: 'Elsewhere', rows: 1 },
    ]);
    const [first] = await rowsOf(given.previewId, 'new');
    expect(first!.fields.map(({ field, after }) => [field, after])).toEqual([
      ['openedOn', '2026-01-05'],
      ['waiting', 'lab'],
      ['waitingSince', '2026-02-01'],
      ['nextStep', 'Call'],
    ]);
    const { importId } = await extract('investigations', heading, 'N-1,2026-01-05,A. Nobody,Lab,2026-02-01,Call');
    // What is only an opening's is Vigie's own afterwards.
    const again = await preview('investigations', heading, 'N-1,2026-01-05,,Active,2026-03-01,Other');
    expect(again.counts).toMatchObject({ new: 0, changed: 0, conflict: 0, unchanged: 1 });
    expect(await to.call('imports.obstacles', { importId })).toMatchObject({ obstacles: [] });
    await to.call('imports.undo', { importId, jobId: newJob() });
    expect(await files(to)).toEqual([]);
  } finally {
    to.dispose();
  }
});

describe('a list that Vigie exported for reading', () => {
  const own = (file: Parameters<typeof grantOf>[1]) => grantOf(from, file);
  const path = (text: string) => writeFile(from, text, 'list.csv');
  const inspecting = (text: string) => {
    const inspect = (kind: ExtractKind) => from.call('extracts.inspect', { kind, file: own(path(text)) });
    return {
      referrals: () => from.call('imports.inspect', { file: own(path(text)) }),
      investigations: () => inspect('investigations'),
      arrests: () => inspect('arrests'),
    };
  };
  const lists = {
    list_of_due_dates: ['Status,Date,File,Deadline or action,Lead', 'Statut;Date;Dossier;Échéance ou mesure;Unité'],
    list_of_devices: ['Days waiting,File,Device,Status,Since', "Jours d'attente;Dossier;Appareil;Statut;Laboratoire"],
  };

  it.each(Object.entries(lists).flatMap(([reason, headers]) => headers.map((text) => [reason, text] as const)))(
    'is refused as %s under every kind: %s',
    async (reason, text) => {
      const row = text.replace(/[^,;]+/g, '1');
      const calls = Object.values(inspecting(`PROTECTED B\n${text}\n${row}\n`));
      for (const call of calls) await expect(call()).rejects.toThrow(reason);
    },
  );

  it('is imported as what it lists alone', async () => {
    const ofInvestigations = inspecting('PROTECTED B\nNumber,Opened,Lead,Last activity\n26-1,2026-01-01,,2026-01-02\n');
    await expect(ofInvestigations.referrals()).rejects.toThrow('list_of_investigations');
    await expect(ofInvestigations.arrests()).rejects.toThrow('list_of_investigations');
    expect((await ofInvestigations.investigations()).suggested.columns).toEqual({ number: 0, openedOn: 1, lead: 2 });
    const ofReferrals = inspecting('PROTECTED B\nReceived on,Number,Source,External no.\n2026-01-01,26-1,NCECC,1\n');
    await expect(ofReferrals.investigations()).rejects.toThrow('list_of_referrals');
    await expect(ofReferrals.arrests()).rejects.toThrow('list_of_referrals');
    expect((await ofReferrals.referrals()).suggested.columns).toMatchObject({ receivedOn: 0, externalNumber: 3 });
  });

  it('has the headings of the screen', async () => {
    const keys = {
      referrals: ['referrals:column.externalShort', 'referrals:column.stateOn', 'referrals:column.due'],
      investigations: [
        'codes:heading.caseTitle',
        ...['openedOn', 'on', 'concludedOn', 'subject', 'lastOn'].map((column) => `investigations:column.${column}`),
      ],
      due: ['due:column.name', 'due:column.actBy', 'common:caseFile'],
      devices: ['fileWork:queue.column.waits', 'common:caseFile'],
    } as const;
    for (const locale of ['en', 'fr'] as const) {
      const texts = await loadTexts(locale);
      const textOf = (key: string): unknown => {
        const [namespace = '', place = ''] = key.split(':');
        return place
          .split('.')
          .reduce<unknown>((found, name) => (found as Record<string, unknown>)[name], texts[namespace]);
      };
      for (const [list, wanted] of Object.entries(keys)) {
        const { telling, others } = ownHeadings[list as keyof typeof ownHeadings];
        const ours = [...telling, ...others].map((each) => each[locale]);
        for (const key of wanted) expect(ours, key).toContain(textOf(key));
      }
    }
  });
});
