import { expect } from 'vitest';
import { addMonths, firstDayOf, lastDayOf } from '#contract/ground/dates';
import { noChange } from '#contract/statistics/plans';
import { coordinationOf, panelsOf } from '../estimate/reference/support.ts';
import { ofFile } from '../../../support/fixtures/make.ts';

const { it, made: coordination } = ofFile(() => coordinationOf(panelsOf(3)));

it('a plan of an agreement may have staff of a unit that left it since, and none of a unit that was never in it', async () => {
  const { test, lastMonth } = coordination;
  const [stayed, left, never] = coordination.unitIds;
  const from = firstDayOf(addMonths(lastMonth, -24));
  const until = lastDayOf(addMonths(lastMonth, -1));
  const { id: agreementId } = await test.call('agreements.save', {
    code: 'AG-1',
    recipient: { en: 'Ministry of Invention', fr: 'Ministère de l’Invention' },
    programme: { en: 'Fictitious programme', fr: 'Programme fictif' },
    ...{ signaturePlannedOn: null, signedOn: null, startsOn: from, endsOn: '2028-03-31' },
    ...{ languages: ['en', 'fr'], asksBacklogAvoided: true },
    units: [
      { unitId: stayed!, from, to: null },
      { unitId: left!, from, to: until },
    ],
  });
  const lineOf = (unitId: string) =>
    ({ unitId, from: addMonths(lastMonth, 3), to: null, fte: 1, funded: true, rampMonths: null }) as never;
  const question = (unitId: string) => ({
    ...{ name: 'Earlier month', scope: { agreementId } },
    plan: { ...noChange, lines: [lineOf(stayed!), lineOf(unitId)] },
  });
  expect(await test.refusal('plans.save', question(never!))).toEqual({ code: 'invalid_input' });
  await test.call('plans.save', question(left!));
  const { plans } = await test.call('plans.list', {});
  expect(plans.map(({ plan }) => plan.lines.map(({ unitId }) => unitId))).toEqual([[stayed, left]]);
});
