import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { exampleXml } from '../../tests/db/intake/referralDocuments/examples.ts';
import { minimalPdf } from '../../tests/db/intake/referralDocuments/minimalPdf.ts';
import { partsOf } from '../../tests/support/archive.ts';
import { emptyRows, expanding, heavyWorkbook, pdfBomb } from '../../tests/support/bombs.ts';

const fixtures = resolve(import.meta.dirname, '../../tests/fixtures');

export interface Seed {
  readonly name: string;
  readonly bytes: Buffer;
  /** Of an archive. */
  readonly parts?: ReadonlyMap<string, string>;
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .sort();
}

const report = JSON.stringify({
  reportId: '900100200',
  incidentSummary: { incidentType: 'Online enticement', incidentDateTime: '2026-10-30T22:15:04-04:00' },
  personOrUserReported: [{ screenName: 'northriver', ipCaptureEvent: { ipAddress: '203.0.113.9', port: 40112 } }],
  victim: [{ age: 13 }],
});

/** Whole files of every kind that Vigie reads, as it or another program wrote them. */
export async function wholeFiles(): Promise<readonly Seed[]> {
  const kept = [...filesIn(join(fixtures, 'kept/0.1.0/files')), join(fixtures, 'validation/did.csv')];
  const seeds: Seed[] = [
    ...kept.map((path) => ({ name: path.slice(fixtures.length + 1).replaceAll('/', '-'), bytes: readFileSync(path) })),
    { name: 'report.xml', bytes: Buffer.from(exampleXml) },
    { name: 'report.json', bytes: Buffer.from(report) },
    { name: 'report.pdf', bytes: Buffer.from(minimalPdf(['CyberTip report: 900100200', 'Reported 2026-10-30'])) },
  ];
  return Promise.all(
    seeds.map(async (seed) => (seed.name.endsWith('.xlsx') ? { ...seed, parts: await partsOf(seed.bytes) } : seed)),
  );
}

const nested = (open: string, close: string, depth: number): Buffer =>
  Buffer.from(open.repeat(depth) + close.repeat(depth));

/** Small files that cost much: each is made when it is wanted. */
export const bombs: readonly (() => Promise<Seed>)[] = [
  ...Object.entries(expanding).map(([name, make]) => async () => ({ name: `${name}.xlsx`, bytes: await make() })),
  async () => ({ name: 'rows.xlsx', bytes: await emptyRows() }),
  async () => ({ name: 'heavy.xlsx', bytes: await heavyWorkbook() }),
  () => Promise.resolve({ name: 'spaces.pdf', bytes: pdfBomb(600) }),
  () => Promise.resolve({ name: 'deep.xml', bytes: nested('<a>', '</a>', 200_000) }),
  () => Promise.resolve({ name: 'deep.json', bytes: nested('{"a":[', ']}', 200_000) }),
  () => Promise.resolve({ name: 'attributes.xml', bytes: Buffer.from(`<r ${'a="" '.repeat(2_000_000)}/>`) }),
  () => Promise.resolve({ name: 'line.csv', bytes: Buffer.alloc(49_000_000, 'a,') }),
  () => Promise.resolve({ name: 'quote.csv', bytes: Buffer.alloc(30_000_000, '"\n') }),
  () => Promise.resolve({ name: 'columns.csv', bytes: Buffer.from(`${'a,'.repeat(2_000_000)}\n1`) }),
];
