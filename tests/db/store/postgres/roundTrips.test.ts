import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { expect, it } from 'vitest';
import { newOffice, one } from '../../../support/desks.ts';
import { postgresMissing } from '../../../support/postgres.ts';
import { newJob } from '../../intake/imports/support.ts';

/** Each is a way to the server and back, of which a distant one takes its time. */
const mostStatements = 60;

it.skipIf(postgresMissing !== '')(`an import asks the server no question a row ${postgresMissing}`.trim(), async () => {
  const office = await newOffice();
  try {
    let asked = 0;
    const desk = await office.desk('officer', [one], async ({ user, password }, { config }) => {
      const client = new Client(config(user, password));
      client.on('error', () => undefined);
      await client.connect();
      const ask = client.query.bind(client) as (...question: unknown[]) => Promise<unknown>;
      const counted = (...question: unknown[]): Promise<unknown> => {
        asked += 1;
        return ask(...question);
      };
      return Object.assign(client, { query: counted });
    });
    const rows = Array.from({ length: 600 }, (_, index) => `2026-03-02,ncecc,A-${String(index)},2026-04-01,concluded`);
    const path = join(desk.parent, 'register.csv');
    writeFileSync(path, ['Received,Source,Number,Concluded,Conclusion', ...rows].join('\n'));
    const columns = { receivedOn: 0, source: 1, externalNumber: 2, concludedOn: 3, conclusion: 4 };
    const { previewId } = await desk.call('imports.preview', {
      ...{ file: desk.grant(path), reading: { kind: 'csv', encoding: 'utf-8', separator: ',' } },
      ...{ mapping: { columns, dateOrder: 'year_first', unitId: one, sourceDefault: null }, jobId: newJob() },
    });
    asked = 0;
    expect(await desk.call('imports.apply', { previewId, jobId: newJob() })).toMatchObject({ imported: 600 });
    expect(asked).toBeLessThan(mostStatements);
  } finally {
    await office.close();
  }
});
