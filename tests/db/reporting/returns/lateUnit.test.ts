import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { notReceivedCode } from '#contract/reporting/returnTexts';
import { newSender, quarterOne, quarterTwo } from '../../../support/packs.ts';
import { writeTexts } from '../../../support/returnTexts.ts';
import { it, coordination } from '../../../support/fixtures/coordination.ts';

it('one late unit holds back no return: who decided, why and when is in it, until its pack comes', async () => {
  const { test, receive, agreementFor } = coordination;
  const [here, late] = [newSender('U01'), newSender('U02')];
  for (const sender of [here, late]) await receive(sender, quarterOne, 10);
  await receive(here, quarterTwo, 20);
  const agreementId = (await agreementFor([here, late])) as never;
  await writeTexts(test, agreementId, quarterTwo);
  const which = { agreementId, quarter: quarterTwo };
  const prepare = (restate = false) => test.call('returns.prepare', { ...which, restate, jobId: randomUUID() });
  const missing = async () => (await prepare()).content.checks.filter(({ code }) => code === 'pack_missing');
  expect(await missing()).toMatchObject([{ unitCode: 'U02', blocking: true }]);

  const decision = { ...which, code: notReceivedCode, unitCode: 'U02' };
  const why = { en: 'The unit moves offices.', fr: 'L’unité déménage.' };
  expect(
    await test.refusal('returns.explain', { ...decision, unitCode: null, text: why, version: null }),
  ).toMatchObject({
    code: 'not_found',
  });
  const { version } = await test.call('returns.explain', { ...decision, text: { ...why, fr: '' }, version: null });
  // The agreement asks for both languages.
  expect(await missing()).toMatchObject([{ blocking: true }]);
  await test.call('returns.explain', { ...decision, text: why, version });
  expect(await missing()).toMatchObject([{ unitCode: 'U02', blocking: false }]);

  const { content, contentHash } = await prepare();
  const decided = { unitCode: 'U02', why, decidedBy: 'Coordinator', decidedOn: '2026-11-24' };
  expect(content.notReceived).toEqual([decided]);
  expect(content.explanations).toEqual([]);
  expect(content.values.find(({ code, unitCode }) => code === 'R1' && unitCode === null)).toMatchObject({
    unitsCovered: 1,
    unitsAsked: 2,
    status: 'partial',
  });
  await test.call('returns.lock', { ...which, contentHash, jobId: randomUUID() });

  await receive(late, quarterTwo, 30);
  const restated = await prepare(true);
  expect(restated.content.notReceived).toEqual([]);
  expect(restated.content.checks.filter(({ code }) => code === 'pack_missing')).toEqual([]);
  expect((await prepare()).content.notReceived).toEqual([decided]);
});
