import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Month } from '#contract/ground/dates';
import { framework } from '../../../../db/reporting/indicators/framework.ts';
import { newSender, quarterTwo, wholeCells } from '../../../support/packs.ts';
import { it, coordination } from '../../../support/fixtures/shared/coordination.ts';

const text = { en: 'A long project ended in arrests.', fr: 'Un long projet s’est soldé par des arrestations.' };
const sender = newSender();
it.beforeAll(async () => {
  const { test, receive } = coordination;
  const cells = wholeCells(sender.unitId, '2026-01' as Month, '2026-09' as Month, (month, measure) =>
    measure === 'arrests' && month === '2026-08' ? 14 : undefined,
  );
  await receive(sender, quarterTwo, 10, cells);
  const arrests = framework.indicators.find(({ code }) => code === 'C3')!;
  const path = join(test.parent, 'framework.json');
  const file = {
    format: 'vigie-framework',
    version: '2',
    name: { en: 'Framework of the funder', fr: 'Cadre du bailleur de fonds' },
    validFrom: '2026-07-01',
    validTo: null,
    indicators: [{ ...arrests, code: 'PS-3' }],
  };
  writeFileSync(path, JSON.stringify(file));
  await test.call('frameworks.import', { file: test.grant(path) });
});

it('explains a change of an indicator that has its code from an imported framework', async () => {
  const { test, agreementFor } = coordination;
  const which = { agreementId: (await agreementFor([sender])) as never, quarter: quarterTwo };
  const changes = async () => {
    const { content } = await test.call('returns.prepare', { ...which, jobId: randomUUID() });
    return content.checks.filter(({ code }) => code === 'large_change').map(({ measures }) => measures);
  };
  expect(await changes()).toEqual([['PS-3']]);
  const figures = [{ code: 'PS-3', unitCode: 'U01', version: null }];
  expect(await test.call('returns.explainSeveral', { ...which, figures, text })).toEqual({ figures: 1 });
  expect(await changes()).toEqual([]);
  const unknown = [{ code: 'PS-4', unitCode: 'U01', version: null }];
  expect(await test.refusal('returns.explainSeveral', { ...which, figures: unknown, text })).toEqual({
    code: 'not_found',
  });
});
