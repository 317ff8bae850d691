import { describe, expect, it } from 'vitest';
import type { Month } from '../../../../electron/contract/ground/dates.ts';
import { requirePlannedMonths } from '../../../../db/entry/cli/planMonths.ts';
import { said } from './said.ts';

const months = ['2026-10', '2026-11', '2026-12'] as Month[];

describe('the months of a plan', () => {
  const asked = (from: string, by?: string) =>
    said(() => {
      requirePlannedMonths({ from: from as Month, ...(by !== undefined && { by: by as Month }) }, months);
    });

  it('are named where they are outside those that are planned', () => {
    expect(asked('2026-10', '2026-12')).toBeNull();
    expect(asked('2026-09')).toEqual([
      '--from: 2026-09 is not a planned month. Give one from 2026-10 to 2026-12.',
      '--from : 2026-09 n’est pas un mois prévu. Donnez-en un de 2026-10 à 2026-12.'.replace(' :', '\u00a0:'),
    ]);
    expect(asked('2026-10', '2027-01')![0]).toContain('--by: 2027-01');
  });

  it('are those of a change of the inflow as well', () => {
    const steps = (month: string) =>
      said(() => {
        requirePlannedMonths({ stepFrom: month as Month }, months);
      });
    expect([steps('2026-10'), steps('2020-01')?.[0].startsWith('--step-from: 2020-01')]).toEqual([null, true]);
  });

  it('leave room for the end of an agreement', () => {
    const ends = (month: string) =>
      said(() => {
        requirePlannedMonths({ agreementEnds: month as Month }, months);
      });
    expect([ends('2026-09')?.[0], ends('2026-10')]).toEqual([
      '--agreement-ends: 2026-09 is not a planned month. Give one from 2026-10 to 2026-12.',
      null,
    ]);
  });

  it('are not asked about where nothing is planned', () => {
    expect(
      said(() => {
        requirePlannedMonths({ from: '2019-01' as Month }, []);
      }),
    ).toBeNull();
  });
});
