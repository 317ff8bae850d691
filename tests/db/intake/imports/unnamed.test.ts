import { beforeEach, expect } from 'vitest';
import type { UnitId } from '#contract/ground/ids';
import { propose } from '../../../../db/intake/imports/proposals.ts';
import { readRegister } from '../../../support/importRegister.ts';
import { grantOf, newJob, officerOfUnits, writeFile } from './support.ts';
import { it, test } from '../../../support/fixtures/store.ts';

beforeEach(async () => {
  await officerOfUnits(test, { U01: 'Norhavre' });
});

/** Three times as many rows, each with numbers of its own. */
function tripled([header, ...rows]: readonly string[], mark: RegExp): string[] {
  const all = [...rows, ...rows, ...rows];
  return [
    header!,
    ...all.map((row, index) =>
      row
        .replace(/^\d+/, String(index + 1))
        .replace('#', String(index))
        .replace(mark, `$1${String(10 + index)}`),
    ),
  ];
}

const total = 'Total général;2000;;;;;;';
const french = [
  'Nº;Entrée au registre;D’où ça vient;Nº de réf.;Poste;Résumé des faits;Suite donnée;Réglé le',
  '1;5 janvier 2026;Cyberaide;2026-01;U01;Un parent rapporte un échange;Terminé;2026-01-20',
  '2;6-janv.-26;DPJ Montérégie;2026-02;U01;Signalé par l’école;En enquête;',
  '3;07.01.26;Centre nat. c. expl. enfants (GRC);2026-03;U01;Téléversement signalé hier soir;Rens. seul.;2026',
  '4;8 janv. 2026;Centre jeunesse;2026-04;U01;Demande d’assistance à valider;À faire;',
];

const english = [
  'Line\tDate in\tReported via\tAgency ref\tDet.\tWhat happened\tWhere it stands\tFinished',
  "1\tJan 5, 2026\tC3P / Cybertip\tNC-1\tU01\tNo.#: upload flagged by provider\tCleared\t20 Jan '26",
  '2\t1/16/2026\tVictim ID (NCECC VIU)\tNC-2\tU01\tNo.#: parent reports a chat\tOngoing\t',
  '3\t01/07/2026\tTip line\tNC-3\tU01\tNo.#: school counsellor called us\tInsuff. evidence\t2/13/26',
  '4\t2026-01-08\tCBSA Intel\tNC-4\tU01\tNo.#: request for assistance here\tDead end\t',
];

it.each([
  [
    'in French',
    [...tripled(french, /(;2026-)\d+/), total],
    { receivedOn: 1, source: 2, externalNumber: 3, unitCode: 4, summary: 5 },
  ],
  [
    'in English',
    tripled(english, /(NC-)\d+/),
    { receivedOn: 1, source: 2, externalNumber: 3, unitCode: 4, summary: 5 },
  ],
])('a register with headings of its own is read by what its columns hold, %s', async (_, lines, columns) => {
  const file = grantOf(test, writeFile(test, `${lines.join('\r\n')}\r\n`));
  const { inspected, preview } = await readRegister(test, file);
  expect(inspected.suggested.columns).toEqual({ ...columns, conclusion: 6, concludedOn: 7 });
  // A sum that looks like a year is no referral of that year.
  expect(preview.counts).toMatchObject({ new: 12, invalid: 0 });
  const { imported } = await test.call('imports.apply', { previewId: preview.previewId, jobId: newJob() });
  expect(imported).toBe(12);
});

it('a second column of dates is no day of the end where open rows have it too', async () => {
  const lines = english.map((line, index) => (line.endsWith('\t') ? `${line}1/${String(18 + index)}/2026` : line));
  lines[0] = english[0]!.replace('Finished', 'Assigned');
  lines.push('5\t2026-01-09\tTip line\tNC-5\tU01\tanother one came today\tOpen\t2026-01-10');
  const text = `${tripled(lines, /(NC-)\d+/).join('\n')}\n`;
  const { inspected } = await readRegister(test, grantOf(test, writeFile(test, text)));
  expect(inspected.suggested.columns.concludedOn).toBeUndefined();
});

it.each([
  ['source', 'Centre nat. c. expl. enfants (GRC)', 'ncecc'],
  ['source', 'Victim ID (NCECC VIU)', 'victim_identification'],
  ['source', 'Centre jeunesse', 'child_welfare'],
  ['conclusion', 'Rens. seul.', 'information_only'],
  ['conclusion', 'Insuff. evidence', 'not_viable'],
] as const)('%s: %s', (field, text, code) => {
  expect(propose(field, text, [])).toEqual({ code, isSure: true });
});

it.each([
  ['riskBand', 'V. High', 'very_high'],
  ['riskBand', 'T. élevé', 'very_high'],
  ['riskBand', 'veryy high', 'very_high'],
  ['riskBand', 'not high', 'high'],
  ['riskBand', 'IMM', 'imminent'],
  ['source', 'Cyebraide', 'cybertip'],
  ['source', 'autre corps pol.', 'other_service'],
  ['conclusion', 'TOT OPP', 'transferred_out'],
  ['conclusion', 'termnié', 'concluded'],
] as const)('%s: %s is proposed, to be looked at', (field, text, code) => {
  expect(propose(field, text, [])).toEqual({ code, isSure: false });
});

it.each([
  ['source', 'unité id. des victimes', 'victim_identification'],
  ['riskBand', '1 - Imminent', 'imminent'],
  ['riskBand', 'Risque élevé', 'high'],
] as const)('%s: %s says so itself', (field, text, code) => {
  expect(propose(field, text, [])).toEqual({ code, isSure: true });
});

it.each(['Pri', 'Prio.', 'Prior.'])('a column %s is the priority of the source', async (heading) => {
  const lines = [
    `No\tDate\tFrom\t${heading}`,
    ...Array.from({ length: 12 }, (_, row) => `${String(row)}\t2026-01-1${String(row % 10)}\tNCECC\t2`),
  ];
  const { inspected } = await readRegister(test, grantOf(test, writeFile(test, lines.join('\n'))));
  expect(inspected.suggested.columns.priorityReceived).toBe(3);
});

it.each(['Threat', 'Grading'])(
  'a column %s of bands is the risk band, by its name or by what it holds',
  async (heading) => {
    const bands = ['High', 'V. High', 'med', 'Low', 'imminent', 'H'];
    const lines = [
      `No\tDate\tFrom\t${heading}`,
      ...Array.from(
        { length: 12 },
        (_, row) => `${String(row)}\t2026-01-1${String(row % 10)}\tNCECC\t${bands[row % 6]!}`,
      ),
    ];
    const { inspected } = await readRegister(test, grantOf(test, writeFile(test, lines.join('\n'))));
    expect(inspected.suggested.columns.riskBand).toBe(3);
  },
);

it('proposes the one unit whose name a text shortens, to be looked at', () => {
  const id = (text: string) => text as UnitId;
  const units = [
    { id: id('a'), names: ['U01', 'Montréal'] },
    { id: id('b'), names: ['U02', 'Québec'] },
    { id: id('c'), names: ['U03', 'Moncton'] },
  ];
  expect(propose('unitCode', 'Mtl', units)).toEqual({ code: 'a', isSure: false });
  expect(propose('unitCode', 'Qc', units)).toEqual({ code: 'b', isSure: false });
  for (const text of ['Mon', 'tl', 'Qb1']) expect(propose('unitCode', text, units).code, text).toBeNull();
});
