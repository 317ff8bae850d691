import { describe, expect, it } from 'vitest';
import { amendmentsOf, amountOn, endOn } from '#contract/reporting/amendments';
import { languages } from '../../../../db/documents/page/language.ts';
import { amendmentSheets, amendmentTable } from '../../../../db/reporting/funding/amendmentTable.ts';

const later = { code: '2', signedOn: null, inForceOn: '2027-04-01', newEndsOn: '2031-03-31' };
const first = {
  code: '1',
  signedOn: '2026-03-02',
  inForceOn: '2026-04-01',
  newEndsOn: '2028-03-31',
  amountsFrom: 2026,
  amount1: 0,
  amount3: 123_456,
  changesUnits: 'yes',
  changesOther: 'no',
  changeEn: 'A second unit joins.',
  changeFr: 'Une deuxième unité s’ajoute.',
  fileReference: 'RDIMS 12',
};
const amendments = amendmentsOf([later, first]);
const plain = (text: string) => text.replaceAll('\u00a0', ' ').replace(/<[^>]*>/g, '|');

describe('amendments', () => {
  it('come in the order in which they come into force, a blank amount left out and a zero kept', () => {
    expect(amendments.map(({ number, amounts }) => [number, amounts])).toEqual([
      [
        '1',
        [
          { fiscalYear: 2026, cents: 0 },
          { fiscalYear: 2028, cents: 123_456 },
        ],
      ],
      ['2', []],
    ]);
  });

  it('tell an answer of no from one that is not entered', () => {
    expect(amendments.map(({ changesUnits, changesOther }) => [changesUnits, changesOther])).toEqual([
      [true, false],
      [null, null],
    ]);
  });

  it('decide nothing until they are signed', () => {
    const day = '2027-06-30';
    expect(endOn(amendments, day)).toEqual({ inForce: { number: '1', value: '2028-03-31' }, later: [] });
    expect(amountOn(amendments, day, 2026)).toEqual({ inForce: { number: '1', value: 0 }, later: [] });
    expect(amountOn(amendments, day, 2027).inForce).toBeNull();
    expect(amountOn(amendments, '2026-03-31', 2026)).toEqual({ inForce: null, later: [0] });
    expect(endOn(amendmentsOf([later]), day)).toEqual({ inForce: null, later: [] });
  });

  it('are a table of a page in either language, and no table where there is none', () => {
    const english = plain(amendmentTable(amendments, languages.en)?.text ?? '');
    expect(english).toContain('end of the agreement: March 31, 2028; FY 2026-27: $0.00; FY 2028-29: $1,234.56; units');
    expect(english).toContain('not signed');
    const french = plain(amendmentTable(amendments, languages.fr)?.text ?? '');
    expect(french).toContain('fin de l’entente : 31 mars 2028');
    expect(french).toContain('Une deuxième unité s’ajoute.');
    expect(french).not.toContain('A second unit joins.');
    expect(amendmentTable([], languages.en)).toBeNull();
    expect(amendmentSheets([])).toEqual([]);
  });
});
