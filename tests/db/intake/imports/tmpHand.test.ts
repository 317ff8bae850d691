import { afterEach, beforeEach, it } from 'vitest';
import { readRegister } from '../../../support/importRegister.ts';
import { createTestStore, type TestStore } from '../../../support/store.ts';
import { grantOf, officerOfUnits, writeFile } from './support.ts';
let test: TestStore;
beforeEach(async () => {
  test = await createTestStore();
  await officerOfUnits(test, { U01: 'Norhavre' });
});
afterEach(() => {
  test.dispose();
});
const cases: Record<string, string> = {
  oneHot: [
    'Date;Source;Number;Open;Closed;Transferred;Info only;Closed date',
    ...Array.from(
      { length: 12 },
      (_, i) =>
        `2023-0${1 + (i % 9)}-1${i % 10};${['NCECC', 'Public', 'Cybertip', 'School'][i % 4]};90${i}0${i}12;${i % 4 === 0 ? 'x' : ''};${i % 4 === 1 ? 'x' : ''};${i % 4 === 2 ? 'x' : ''};${i % 4 === 3 ? 'X' : ''};${i % 4 === 0 ? '' : '2023-11-0' + (1 + (i % 9))}`,
    ),
  ].join('\n'),
  parts: [
    'Year,Month,Day,Source,Ref no,Status,Closed',
    ...Array.from(
      { length: 12 },
      (_, i) =>
        `2023,${['Jan', 'Feb', 'Mar'][i % 3]},${i + 3},NCECC,90${i}0${i}12,${i % 2 ? 'open' : 'closed'},${i % 2 ? '' : '2023-11-05'}`,
    ),
  ].join('\n'),
  sameDay: [
    'Received,Source,Ref no,Status,Closed',
    ...Array.from(
      { length: 12 },
      (_, i) =>
        `2023-03-${10 + i},NCECC,90${i}0${i}12,${i % 2 ? 'open' : 'closed'},${i % 2 ? '' : ['same day', 'next day', '+30 days', '45 days', '2 weeks', '2023-11-05'][(i / 2) % 6]}`,
    ),
  ].join('\n'),
  codes: [
    'Legend: O = open; C = concluded; T = transferred; NV = not viable',
    'Rcvd,Src,Ref,St,Dt',
    ...Array.from(
      { length: 16 },
      (_, i) =>
        `${10 + i}/03/22,${['NC', 'CT', 'PUB', 'SCH'][i % 4]},90${i}0${i}12,${['O', 'C', 'T', 'NV'][i % 4]},${i % 4 ? '05/11/22' : ''}`,
    ),
  ].join('\n'),
  serial: [
    'Date reçu;Source;No;État;Fin',
    ...Array.from(
      { length: 12 },
      (_, i) => `${44700 + i};CNCEE;90${i}0${i}12;${i % 2 ? 'ouvert' : 'fermé'};${i % 2 ? '' : 44800 + i}`,
    ),
  ].join('\n'),
  reverse: [
    'Reçu;Source;No;État;Fin',
    ...Array.from(
      { length: 20 },
      (_, i) =>
        `${28 - i} ${i < 10 ? 'février' : 'janvier'}${i === 0 ? ' 2023' : ''};CNCEE;90${i}0${i}12;${i % 2 ? 'ouvert' : 'fermé'};${i % 2 ? '' : '3 mai'}`,
    ),
  ].join('\n'),
  fiscal: [
    'EXERCICE 2022-2023',
    'Reçu;Source;No;État;Fin',
    'T1 2022-2023',
    ...Array.from(
      { length: 6 },
      (_, i) => `${5 + i} avril;CNCEE;90${i}0${i}12;${i % 2 ? 'ouvert' : 'fermé'};${i % 2 ? '' : '3 mai'}`,
    ),
    'T4 2022-2023',
    ...Array.from(
      { length: 6 },
      (_, i) => `${5 + i} février;CNCEE;91${i}0${i}12;${i % 2 ? 'ouvert' : 'fermé'};${i % 2 ? '' : '3 mai'}`,
    ),
  ].join('\n'),
  twoLines: [
    'Date;;Reçu;No;;;Date',
    'reçu;Heure;de;du partenaire;Responsable;État;de fermeture',
    ...Array.from(
      { length: 12 },
      (_, i) =>
        `2023-03-${10 + i};10h15;${['CNCEE', 'Citoyen', 'DPJ'][i % 3]};90${i}0${i}12;MC;${i % 2 ? 'ouvert' : 'fermé'};${i % 2 ? '' : '2023-11-05'}`,
    ),
  ].join('\n'),
  incident: [
    'Incident date,Report date,Date,Agency,Case,Assigned,Due,Status,Date of disposition',
    ...Array.from(
      { length: 14 },
      (_, i) =>
        `2023-01-${10 + i},2023-02-${10 + i},2023-03-${10 + i},${['NCECC', 'Public', 'CAS'][i % 3]},90${i}0${i}12,2023-03-${11 + i},2023-06-01,${i % 2 ? 'open' : 'closed'},${i % 2 ? '' : '2023-11-05'}`,
    ),
  ].join('\n'),
  noState: [
    'Recd,From,Their no,Our no,Finished',
    ...Array.from(
      { length: 14 },
      (_, i) =>
        `2023-03-${10 + i},${['NCECC', 'Public', 'CAS'][i % 3]},90${i}0${i}12,23-${100 + i},${i % 2 ? '' : '2023-11-05'}`,
    ),
  ].join('\n'),
  ambiguousUs: [
    'Recd,From,Ref,Status,Closed',
    ...Array.from(
      { length: 12 },
      (_, i) =>
        `0${1 + (i % 9)}/0${1 + (i % 4)}/23,${['NCECC', 'Public', 'CAS'][i % 3]},90${i}0${i}12,${i % 2 ? 'open' : 'closed'},${i % 2 ? '' : '11/05/23'}`,
    ),
  ].join('\n'),
  remarkOnly: [
    'Date,What',
    ...Array.from(
      { length: 12 },
      (_, i) => `2023-03-${10 + i},"NCECC 90${i}0${i}12. Chat. ${i % 2 ? 'open' : 'closed 2023-11-05'}"`,
    ),
  ].join('\n'),
};
it.each(Object.keys(cases))('%s', async (name) => {
  try {
    const { inspected, survey, preview } = await readRegister(
      test,
      grantOf(test, writeFile(test, cases[name]!)),
      inspectedUnit,
    );
    console.log(
      name,
      JSON.stringify(inspected.suggested.columns),
      'header',
      inspected.suggested.headerRow ?? 0,
      JSON.stringify(preview.counts),
      JSON.stringify(preview.reasons),
      JSON.stringify(
        survey.values.map((v) => [v.field, ...v.texts.map((t) => `${t.text}=${String(t.code)}${t.isSure ? '' : '?'}`)]),
      ),
      JSON.stringify(survey.dates.map((d) => [d.field, d.order, d.isEvident, d.unread])),
      JSON.stringify(preview.passedOver.lines.map((l) => [l.line, l.why])),
    );
    const { rows } = await test.call('imports.previewRows', {
      previewId: preview.previewId,
      verdict: 'new',
      offset: 0,
      size: 20,
    });
    for (const r of rows)
      console.log(
        '   ',
        r.cells.join('|'),
        '=>',
        r.understood!.receivedOn,
        r.understood!.source,
        r.understood!.externalNumber,
        JSON.stringify(r.understood!.ended),
        r.reasons.join(','),
      );
  } catch (e) {
    console.log(name, String(e).slice(0, 200), JSON.stringify((e as any).failure));
  }
});
const inspectedUnit = {};
