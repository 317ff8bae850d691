import { gzipSync } from 'node:zlib';
import { zipOf } from '../../../support/zip.ts';
import { workbookOf } from './workbooks.ts';

export interface BadFile {
  readonly what: string;
  readonly name: string;
  readonly bytes: Buffer;
}

const header = 'Received,Source,Number,Summary';
const text = (what: string, content: string, name = 'list.csv'): BadFile => ({
  what,
  name,
  bytes: Buffer.from(content),
});
const rows = (...lines: readonly string[]): string => [header, ...lines, ''].join('\n');

const notDays = [
  '2026-02-31',
  '2026-02-29',
  '0001-01-01',
  '0000-00-00',
  '9999-12-31',
  '1899-12-31',
  '2026-13-01',
  '26-01-01',
  '31/02/2026',
  '2026-W05-1',
  'yesterday',
  '=TODAY()',
  '2026-1-1-1',
  '٢٠٢٦-٠١-٠١',
  '1e5',
  '-45000',
  '2026-01-0１',
  'NaN',
  "'2026-01-02",
];

const hidden = [
  'data:image/png;base64,iVBORw0KGgo=',
  'QUJD'.repeat(100),
  `${'QUJD'.repeat(16)}\n`.repeat(4),
  'DATA:Image/JPEG;BASE64,AAAA',
];

const formulas = ['=1+1', '+1', '-1', '@SUM(A1)', '=HYPERLINK("https://example.org")', '=cmd|"/c calc"!A1', '\t=1'];

const starts = [
  ['PNG', '89504e470d0a1a0a'],
  ['JPEG', 'ffd8ffe000104a46'],
  ['GIF', '474946383961'],
  ['TIFF', '49492a0008000000'],
  ['WebP', '52494646000000005745425056503820'],
  ['BMP with zeros', '424d3600000000000000360000'],
  ['MP4', '000000186674797069736f6d'],
  ['7z', '377abcaf271c0004'],
  ['RAR', '526172211a0700'],
  ['old Excel', 'd0cf11e0a1b11ae1'],
  ['SQLite', '53514c69746520666f726d6174203300'],
  ['UTF-16', 'fffe52006500'],
  ['UTF-16, the other way round', 'feff00520065'],
  ['UTF-32', 'fffe000052000000'],
] as const;

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

function badTexts(seed: number): readonly BadFile[] {
  const day = `2026-01-${String((seed % 28) + 1).padStart(2, '0')}`;
  return [
    ...notDays.map((each) => text(`a date that is none: ${each}`, rows(`${quoted(each)},public,${String(seed)},x`))),
    ...hidden.map((each) => text('hidden data', rows(`${day},public,${String(seed)},${quoted(each)}`))),
    ...formulas.map((each) =>
      text(`a formula: ${each}`, rows(`${day},${quoted(each)},${quoted(each)},${quoted(each)}`)),
    ),
    ...starts.map(([what, hex]) => ({ what, name: 'list.csv', bytes: Buffer.from(hex, 'hex') })),
    text('columns of one name', `Received,Received,Source,Source,Number\n${day},x,public,y,${String(seed)}\n`),
    text('no rows', `${header}\n`),
    text('a header of 600 columns', `${Array.from({ length: 600 }, (_, index) => `c${String(index)}`).join(',')}\n`),
    text('ragged rows', rows(day, `${day},public`, `${day},public,1,x,y,z`)),
    text('a quote that stays open', rows(`${day},"public,1,x`)),
    text('line ends of old systems', rows(`${day},public,1,x`).replaceAll('\n', '\r')),
    text('a mark inside', rows(`${day},public,\u{feff}1,\u{202e}x`)),
    text('a zero byte', rows(`${day},pub\0lic,1,x`)),
    text('lone surrogates and controls', rows(`${day},public,\u0007\u001b[31m,\ud800x`)),
    text('a cell of a megabyte and more', rows(`${day},public,1,${'word '.repeat(220_000)}`)),
    text('JSON', '{"received":"2026-01-01"}'),
    text('XML with entities', '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "b">]><a>&b;</a>'),
    text('HTML', '<html><body><table><tr><td>1,2</td></tr></table></body></html>', 'list.xlsx'),
    {
      what: 'bytes of no encoding',
      name: 'list.csv',
      bytes: Buffer.from([0x52, 0x2c, 0x53, 0x0a, 0xc3, 0x28, 0x2c, 0x81]),
    },
    { what: 'gzip', name: 'list.csv', bytes: gzipSync(rows(`${day},public,1,x`)) },
  ];
}

const entityBomb = Buffer.from(
  `<?xml version="1.0"?><!DOCTYPE w [${Array.from({ length: 12 }, (_, index) => `<!ENTITY e${String(index)} "${index === 0 ? 'x' : `&e${String(index - 1)};`.repeat(10)}">`).join('')}]><workbook>&e11;</workbook>`,
);

async function badWorkbooks(seed: number): Promise<readonly BadFile[]> {
  const named = (what: string, bytes: Buffer): BadFile => ({ what, name: 'list.xlsx', bytes });
  const good = await workbookOf([
    {
      name: 'List',
      rows: [
        ['Received', 'Source', 'Number', 'Summary'],
        [new Date(Date.UTC(2026, 0, (seed % 28) + 1)), 'public', seed, hidden[seed % hidden.length] ?? ''],
        [notDays[seed % notDays.length] ?? '', 'public', seed + 1, 'x'],
        [{ formula: 'NOW()', result: { error: '#VALUE!' } as never }, 'public', seed + 2, 'x'],
      ],
    },
  ]);
  const cut = Buffer.from(good.subarray(0, Math.floor((good.length * ((seed % 9) + 1)) / 10)));
  const flipped = Buffer.from(good);
  for (let at = seed % 97; at < flipped.length; at += 97) flipped[at] = (flipped[at] ?? 0) ^ 0x55;
  return [
    named('a workbook with rows that are none', good),
    named('a workbook cut short', cut),
    named('a workbook with flipped bytes', flipped),
    named('an entity bomb', zipOf([{ name: 'xl/workbook.xml', content: entityBomb }])),
    named('an archive of an archive', zipOf([{ name: 'list.xlsx', content: good }])),
    named('a picture in an archive', zipOf([{ name: 'xl/media/a.png', content: Buffer.from('89504e47', 'hex') }])),
    named('a document of text', zipOf([{ name: 'word/document.xml', content: Buffer.from('<a/>') }])),
    named('a workbook in binary form', zipOf([{ name: 'xl/workbook.bin', content: Buffer.from('x') }])),
    named('a part that leads out', zipOf([{ name: '../../xl/workbook.xml', content: Buffer.from('<a/>') }])),
    named('an archive that is only its end', zipOf([])),
  ];
}

/** Files as bad as they come, a little different for each seed. */
export async function badFiles(seed: number): Promise<readonly BadFile[]> {
  return [...badTexts(seed), ...(await badWorkbooks(seed))];
}

/** One that says it is small and unpacks to more than any list: expensive to make, so it is made once. */
export function zipBomb(): BadFile {
  const content = Buffer.alloc(120 * 1024 * 1024);
  return { what: 'a ZIP bomb', name: 'list.xlsx', bytes: zipOf([{ name: 'xl/workbook.xml', content, said: 9 }]) };
}
