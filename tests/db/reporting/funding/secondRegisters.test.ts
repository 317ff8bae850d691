import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { periodOf } from '#contract/ground/period';
import { fundingIndicators } from '../../../../db/reporting/funding/figures.ts';
import type { HeldFunding } from '../../../../db/reporting/funding/held.ts';
import { anyRegisters, ofRegister, registerCodes } from '../../../support/secondRegisters.ts';
import { quarterOne, quarterTwo } from '../../../support/signedPacks.ts';

describe('figures of the registers, counted a second time', () => {
  it('come to the same, whatever days and amounts the rows have', () => {
    let known = 0;
    fc.assert(
      fc.property(anyRegisters, (registers) => {
        const held = { lines: [], ...registers } as unknown as HeldFunding;
        for (const quarter of [quarterOne, quarterTwo]) {
          const period = periodOf(quarter);
          for (const code of registerCodes) {
            const found = fundingIndicators[code]!(held, period);
            known += found.value === null ? 0 : 1;
            const counted = ofRegister(registers, code, { first: period.firstDay, last: period.lastDay });
            expect({ code, ...found }).toEqual({ code, ...counted });
          }
        }
      }),
      { numRuns: 500 },
    );
    expect(known).toBeGreaterThan(1000);
  });
});
