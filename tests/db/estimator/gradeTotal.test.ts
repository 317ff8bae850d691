import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradeTotal, type GradedUnit } from '../../../db/estimator/gradeTotal.ts';

const unit = (grade: GradedUnit['grade'], avoided: number, backlog: number | null = 100): GradedUnit => ({
  grade,
  avoided,
  backlog,
});

/** Units of which none bears a tenth of a total of a hundred files. */
const small = (grade: GradedUnit['grade'], avoided: number): GradedUnit[] =>
  Array.from({ length: 5 }, () => unit(grade, avoided / 5));

describe('the grade of a total', () => {
  it('is the best that units with 70 % of the files avoided have or do better than', () => {
    expect(gradeTotal([unit('A', 70), ...small('D', 30)])).toMatchObject({
      grade: 'A',
      reason: 'borne',
      borneShare: 0.7,
    });
    expect(gradeTotal([unit('A', 69), ...small('D', 31)])).toMatchObject({ grade: 'D', borneGrade: 'D' });
    expect(gradeTotal([unit('A', 40), unit('B', 35), unit('C', 5), ...small('D', 20)])).toMatchObject({
      grade: 'B',
      borneShare: 0.75,
    });
    expect(gradeTotal([unit('A', 50), unit('B', 15), unit('C', 10), unit('D', 25)]).grade).toBe('C');
  });

  it('is one letter above a unit with a tenth of the files avoided, at most', () => {
    expect(gradeTotal([unit('A', 80), unit('D', 20)])).toMatchObject({
      grade: 'C',
      reason: 'largest_part',
      borneGrade: 'A',
    });
    expect(gradeTotal([unit('A', 90), unit('C', 10)])).toMatchObject({ grade: 'B', reason: 'largest_part' });
    expect(gradeTotal([unit('A', 91), unit('C', 9)])).toMatchObject({ grade: 'A', reason: 'borne' });
    expect(gradeTotal([unit('A', 80), unit('B', 20)])).toMatchObject({ grade: 'A', reason: 'borne' });
    // A letter lost to what is left out is no worse than the part allows: it is said alone.
    const left = unit(null, 0, 60);
    expect(gradeTotal([unit('A', 90), unit('C', 10), left])).toMatchObject({ grade: 'B', reason: 'borne_left_out' });
    expect(gradeTotal([unit('A', 90), unit('D', 10), left])).toMatchObject({ grade: 'C', reason: 'largest_part' });
  });

  it('is never more than a letter above a unit with a tenth of the files avoided, whatever the units', () => {
    const part = fc.tuple(fc.constantFrom('A', 'B', 'C', 'D', 'refused', null), fc.integer({ min: -50, max: 50 }));
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 12 }), (parts) => {
        const answered = parts.filter(([grade]) => grade !== null);
        fc.pre(answered.length > 0);
        const { grade } = gradeTotal(parts.map(([own, avoided]) => unit(own, avoided)));
        const size = answered.reduce((sum, [, avoided]) => sum + Math.abs(avoided), 0);
        for (const [own, avoided] of answered)
          if (grade !== null && size > 0 && Math.abs(avoided) >= 0.1 * size)
            expect('ABCD'.indexOf(grade)).toBeGreaterThanOrEqual('ABCD'.indexOf(own === 'refused' ? 'D' : own!) - 1);
      }),
    );
  });

  it('weighs a loss as it weighs a gain', () => {
    expect(gradeTotal([unit('A', 60), unit('D', -40)]).grade).toBe('D');
    expect(gradeTotal([unit('A', -80), ...small('D', 20)]).grade).toBe('A');
    expect(gradeTotal([unit('A', 80), unit('D', -20)])).toMatchObject({ grade: 'C', reason: 'largest_part' });
  });

  it('weighs all alike where nothing was avoided', () => {
    const units = [unit('A', 0), unit('A', 0), unit('A', 0), unit('D', 0)];
    expect(gradeTotal(units)).toMatchObject({ grade: 'C', borneGrade: 'A', borneShare: 0.75 });
    expect(gradeTotal([unit('A', 0), unit('D', 0)]).grade).toBe('D');
  });

  it('loses a letter to units without an answer that hold over 10 % of the backlog, and itself above 30 %', () => {
    const whole = unit('A', 50, 900);
    expect(gradeTotal([whole, unit(null, 0, 100)])).toMatchObject({ grade: 'A', reason: 'borne', leftOutShare: 0.1 });
    expect(gradeTotal([whole, unit(null, 0, 101)])).toMatchObject({ grade: 'B', reason: 'borne_left_out' });
    expect(gradeTotal([unit('D', 50, 900), unit(null, 0, 200)])).toMatchObject({ grade: 'D', reason: 'borne' });
    expect(gradeTotal([unit('A', 50, 700), unit(null, 0, 300)]).grade).toBe('B');
    expect(gradeTotal([unit('A', 50, 700), unit(null, 0, 301)])).toMatchObject({ grade: null, reason: 'left_out' });
  });

  it('takes a backlog that is not known for the mean of the others, and never for zero', () => {
    const known = [unit('A', 10, 300), unit('A', 10, 100)];
    expect(gradeTotal([...known, unit(null, 0, null)]).leftOutShare).toBeCloseTo(1 / 3, 12);
    expect(gradeTotal([unit('A', 1, 0), unit('A', 1, 0), unit(null, 0, null)]).leftOutShare).toBeCloseTo(1 / 3, 12);
  });

  it('needs an answer', () => {
    expect(() => gradeTotal([unit(null, 0)])).toThrow(RangeError);
  });
});

it('has no grade where the draws may not be trusted, and says which units it speaks of all the same', () => {
  const units = [
    { grade: 'refused', avoided: 80, backlog: 100 },
    { grade: 'refused', avoided: 20, backlog: 80 },
    { grade: null, avoided: 0, backlog: 20 },
  ] as const;
  for (const sampling of ['not_converged', 'being_checked'] as const)
    expect(gradeTotal(units, sampling)).toMatchObject({ grade: null, reason: sampling, leftOutShare: 0.1 });
});
