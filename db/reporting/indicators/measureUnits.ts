import { staffingMeasure, type Measure } from '#contract/ground/codes';
import type { Bilingual } from '#contract/ground/common';
import { must } from '../../ground/kernel/assert.ts';
import { flows } from './figures.ts';
import { framework } from './framework.ts';

const unitOf = (code: string): Bilingual =>
  must(
    framework.indicators.find((each) => each.code === code),
    'the framework that comes with Vigie has it',
  ).unitOfMeasure;

/** In what the backlog and its movements are counted. */
export const backlogUnit = unitOf('B2');

const own: Partial<Record<string, string>> = {
  ...Object.fromEntries(flows.map(([code, measure]) => [measure, code])),
  referrals_bundled: 'R1',
  concluded_at_court: 'I2',
  fte_base: 'S1',
  fte_funded: 'S1',
  overtime_base_hours: 'O1',
  overtime_funded_hours: 'O1',
};

/** In what a measure of the panel is counted: that of the indicator which adds it up; of other movements of the backlog, files. */
export function unitOfMeasure(measure: string): Bilingual {
  const code = own[measure];
  return code === undefined ? backlogUnit : unitOf(code);
}

/** Measures of what there is at the end of a month, and not of what happened in it. */
export function isStock(measure: string): boolean {
  const staff: readonly Measure[] = staffingMeasure.options.filter((each) => each.startsWith('fte_'));
  return staff.some((each) => each === measure);
}
