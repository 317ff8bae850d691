import type { MessyRegister, TrueRow } from './messyRegister.ts';

/**
 * A second register, as a western unit keeps it in English with some French: other headings, dates with the month first, sources of other
 * provinces, a column of the division as well as that of the detachment. Every name, number and text is invented.
 */

/** The same numbers for the same seed. */
function chanceOf(seed: number) {
  let state = seed;
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
  return { next, one: <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]! };
}
type Chance = ReturnType<typeof chanceOf>;

const sources: readonly (readonly [string, string])[] = [
  ['NCECC', 'ncecc'],
  ['RCMP NCECC Ottawa', 'ncecc'],
  ['NCMEC via NCECC', 'ncecc'],
  ['Cybertip.ca', 'cybertip'],
  ['C3P Winnipeg', 'cybertip'],
  ['MCFD', 'child_welfare'],
  ['Ministry of Children & Family', 'child_welfare'],
  ['Children’s Services (AB)', 'child_welfare'],
  ['Harbourview PD', 'other_service'],
  ['Calgary Police Service', 'other_service'],
  ['OPP', 'other_service'],
  ['HSI Seattle', 'other_service'],
  ['FBI Legat', 'other_service'],
  ['Interpol', 'other_service'],
  ['School Dist. 36', 'school'],
  ['Sec. school principal', 'school'],
  ['Walk-in', 'public'],
  ['Crime Stoppers', 'public'],
  ['Parent of victim', 'public'],
  ['Anonymous', 'public'],
  ['CBSA - airport', 'border_services'],
  ['ESP mandatory report', 'mandatory_report'],
  ['Misc.', 'other'],
];

const states: readonly (readonly [string, TrueRow['state']])[] = [
  ['CLSD', 'concluded'],
  ['Closed', 'concluded'],
  ['Concluded Here', 'concluded'],
  ['Cleared by charge', 'concluded'],
  ['Cleared otherwise', 'concluded'],
  ['Insufficient evidence', 'not_viable'],
  ['Unfounded', 'not_viable'],
  ['Not actionable', 'not_viable'],
  ['No further action', 'not_viable'],
  ['Intel only', 'information_only'],
  ['Info. only', 'information_only'],
  ['Fwd to Calgary', 'transferred_out'],
  ['Referred to other agency', 'transferred_out'],
  ['SUI', 'received'],
  ['Still under investigation', 'received'],
  ['Open', 'received'],
  ['Pending ITO', 'received'],
  ['Awaiting lab', 'received'],
  ['', 'received'],
];

const unitSpellings: readonly (readonly [string, readonly string[]])[] = [
  ['HBV', ['HBV', 'Harbourview', 'HARBOURVIEW DET.', 'Harbour View']],
  ['CDF', ['CDF', 'Cedar Flats', 'CEDAR FLATS DET', 'Cedarflats']],
];
export const westernUnits = { HBV: 'Harbourview', CDF: 'Cedar Flats' } as const;

const two = (value: number): string => String(value).padStart(2, '0');
const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
] as const;
const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;

function ordinal(day: number): string {
  const last = day % 10;
  if (day > 10 && day < 14) return `${String(day)}th`;
  return `${String(day)}${last === 1 ? 'st' : last === 2 ? 'nd' : last === 3 ? 'rd' : 'th'}`;
}

function written(chance: Chance, on: Date): string {
  const [year, month, day] = [String(on.getUTCFullYear()), on.getUTCMonth(), on.getUTCDate()];
  const name = months[month]!;
  const ways = [
    () => `${String(month + 1)}/${String(day)}/${year}`,
    () => `${two(month + 1)}/${two(day)}/${year.slice(2)}`,
    () => `${two(month + 1)}-${two(day)}-${year}`,
    () => `${name} ${String(day)}, ${year}`,
    () => `${name.slice(0, 3)}. ${ordinal(day)}, ${year}`,
    () => `${days[on.getUTCDay()]!} ${String(day)} ${name.slice(0, 3)} ${year}`,
    () => `${String(day)}${name.slice(0, 3).toUpperCase()}${year}`,
    () => `${year}${two(month + 1)}${two(day)}`,
    () => `${year}.${two(month + 1)}.${two(day)}`,
    () => `${year}-${two(month + 1)}-${two(day)}T${two(Math.floor(chance.next() * 24))}:05:00`,
    () => `${String(month + 1)}/${String(day)}/${year} 2:15 PM`,
    () => `${year}/${two(month + 1)}/${two(day)} 0915hrs`,
  ];
  return chance.one(ways)();
}

const iso = (on: Date): string => on.toISOString().slice(0, 10);
const dayMs = 86_400_000;

function ending(chance: Chance, received: Date, today: string): readonly [string, { from: string; to: string }] {
  const way = chance.next();
  const span = Math.floor(chance.next() * 300) * dayMs;
  const last = new Date(Math.min(Date.parse(today), received.getTime() + span));
  if (way < 0.05) return [chance.one(['', '?', 'unk']), { from: iso(received), to: today }];
  if (way < 0.08) {
    const from = `${iso(last).slice(0, 8)}01`;
    const end = iso(new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth() + 1, 0)));
    const month = `${months[last.getUTCMonth()]!.slice(0, 3)} ${String(last.getUTCFullYear())}`;
    return [month, { from: from < iso(received) ? iso(received) : from, to: end > today ? today : end }];
  }
  return [written(chance, last), { from: iso(last), to: iso(last) }];
}

const quoted = (cell: string): string => (/[;"\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

const header = [
  ...['Seq', 'Div.', "Rec'd", 'Det.', 'Agency File #', 'Referred by', 'Lvl'],
  ...['Narrative', 'Disp.', 'Disp. date', 'Mbr'],
];

/** A register of so many rows, separated by semicolons. */
export function westernRegister(count: number, seed: number, today: string): MessyRegister {
  const chance = chanceOf(seed);
  const rows: TrueRow[] = [];
  const empty = header.map(() => '');
  const wide = (text: string): string => [text, ...empty.slice(1)].join(';');
  const lines = [wide('ICE UNIT – INTAKE LOG (Protected B)'), wide('Printed 11/20/2026'), header.join(';')];
  let others = 1;
  const start = Date.parse('2020-02-03');
  for (let index = 0; index < count; index += 1) {
    const received = new Date(start + Math.floor((index / count) * (Date.parse(today) - start - 30 * dayMs)));
    const [sourceText, source] = chance.one(sources);
    const [stateText, state] = chance.one(states);
    const [unit, spellings] = chance.one(unitSpellings);
    const mark = `W${String(index).padStart(5, '0')}`;
    const year = received.getUTCFullYear();
    const isBare = chance.next() < 0.1;
    const externalNumber = isBare ? null : `${String(year)}-${String(10_000 + index)}`;
    const summary = chance.one([
      `${mark} - chat logs; see file`,
      `${mark}: “upload” of 2 items`,
      `${mark}\ncalled back`,
      `${mark} naïve café user`,
    ]);
    const priority = chance.one(['P1', 'P2', 'P3', '']);
    const [endText, ended] = state === 'received' ? ['', null] : ending(chance, received, today);
    rows.push({
      ...{ mark, unit, source, receivedOn: iso(received), externalNumber, summary, state, ended },
      priority: priority === '' ? null : priority,
    });
    const cells = [
      ...[String(index + 1), 'E Div', written(chance, received), chance.one(spellings)],
      ...[externalNumber ?? chance.one(['', 'n/a', '-', 'pending']), sourceText, priority, summary, stateText, endText],
      chance.one(['Cst. A', 'Cst. B', 'Cpl. C']),
    ];
    lines.push(cells.map(quoted).join(';'));
    if (index % 120 === 119) {
      lines.push(wide(`Page ${String((index + 1) / 120)} of ${String(Math.ceil(count / 120))}`), header.join(';'));
      others += 2;
    }
    if (index % 500 === 499) {
      lines.push(['', '', 'Subtotal', '', '', '', '', '500 files', '', '', ''].join(';'), empty.join(';'));
      others += 1;
    }
  }
  lines.push(['', '', 'Grand total:', String(count), '', '', '', '', '', '', ''].join(';'));
  return { text: `${lines.join('\r\n')}\r\n`, rows, others };
}
