import { expect, it } from 'vitest';
import type { Quarter } from '../../../electron/contract/ground/dates.ts';
import { receivedOf } from '../../../renderer/features/reporting/returns/received.ts';

const quarter = (number: 1 | 2 | 3 | 4): Quarter => ({ fiscalYear: 2026, quarter: number }) as Quarter;

it('counts, of the units that the agreement funds in the quarter, those of which a pack reaches it', () => {
  const units = [
    { unitId: 'early', from: '2025-04-01', to: '2026-07-01' },
    { unitId: 'late', from: '2026-09-30', to: null },
    { unitId: 'silent', from: '2025-04-01', to: null },
    { unitId: 'returned', from: '2025-04-01', to: '2025-12-31' },
    { unitId: 'returned', from: '2026-07-01', to: null },
  ];
  const received = [
    { unitId: 'early', quarter: quarter(1) },
    { unitId: 'late', quarter: quarter(4) },
    { unitId: 'returned', quarter: quarter(2) },
    { unitId: 'elsewhere', quarter: quarter(4) },
  ];
  const of = (number: 1 | 2 | 3 | 4) => receivedOf({ units } as never, quarter(number), { received } as never);
  expect([of(1), of(2), of(3)]).toEqual([
    { received: 1, asked: 2 },
    { received: 2, asked: 4 },
    { received: 1, asked: 3 },
  ]);
});
