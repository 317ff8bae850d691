import { describe, expect, it } from 'vitest';
import { gradeTotal, type GradedUnit } from '../../../db/estimator/gradeTotal.ts';

const unit = (grade: GradedUnit['grade'], avoided: number, backlog: number | null = 100): GradedUnit => ({
  grade,
  avoided,
  backlog,
});

describe('the grade of a total', () => {
  it('is the best that units with 70 % of the files avoided have or do better than', () => {
    expect(gradeTotal([unit('A', 70), unit('D', 30)])).toMatchObject({ grade: 'A', reason: 'borne', borneShare: 0.7 });
    expect(gradeTotal([unit('A', 69), unit('D', 31)])).toMatchObject({ grade: 'D', borneGrade: 'D', borneShare: 1 });
    expect(gradeTotal([unit('A', 40), unit('B', 35), unit('C', 5), unit('D', 20)])).toMatchObject({
      grade: 'B',
      borneShare: 0.75,
    });
    expect(gradeTotal([unit('A', 50), unit('B', 15), unit('C', 10), unit('D', 25)]).grade).toBe('C');
  });

  it('weighs a loss as it weighs a gain', () => {
    expect(gradeTotal([unit('A', 60), unit('D', -40)]).grade).toBe('D');
    expect(gradeTotal([unit('A', -80), unit('D', 20)]).grade).toBe('A');
  });

  it('weighs all alike where nothing was avoided', () => {
    expect(gradeTotal([unit('A', 0), unit('A', 0), unit('A', 0), unit('D', 0)])).toMatchObject({
      grade: 'A',
      borneShare: 0.75,
    });
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
