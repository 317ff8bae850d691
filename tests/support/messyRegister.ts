/**
 * Registers as units keep them, with the truth of every field. Nothing here is shared with the importer: its tables of names, its readers
 * of dates and its proposals are what is tested. Every name, number and text is invented.
 */

export interface TrueRow {
  /** Unique in its summary, by which the row is found again. */
  readonly mark: string;
  readonly unit: string;
  readonly source: string;
  readonly receivedOn: string;
  readonly externalNumber: string | null;
  readonly priority: string | null;
  readonly summary: string;
  readonly state: 'received' | 'concluded' | 'not_viable' | 'information_only' | 'transferred_out';
  /** The first and the last day on which it may have ended; null while it is open. */
  readonly ended: { readonly from: string; readonly to: string } | null;
}

export interface MessyRegister {
  readonly text: string;
  readonly rows: readonly TrueRow[];
  /** Lines that are no referral. */
  readonly others: number;
}

/** The same numbers for the same seed (mulberry32). */
function chanceOf(seed: number) {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    one: <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!,
    whole: (from: number, to: number): number => from + Math.floor(next() * (to - from + 1)),
  };
}
type Chance = ReturnType<typeof chanceOf>;

const sources: readonly (readonly [string, string])[] = [
  ['CNCEE', 'ncecc'],
  ['cncee (GRC Ottawa)', 'ncecc'],
  ['NCECC - NCMEC', 'ncecc'],
  ['Cyberaide', 'cybertip'],
  ['Cybertip / C3P', 'cybertip'],
  ['C.C.P.E. (Cyberaide.ca)', 'cybertip'],
  ['École sec. des Pins', 'school'],
  ['ecole primaire', 'school'],
  ['DPJ Montérégie', 'child_welfare'],
  ['D.P.J.', 'child_welfare'],
  ['Sûreté du Québec', 'other_service'],
  ['Police de Norhavre', 'other_service'],
  ['SPVM (autre corps policier)', 'other_service'],
  ['Citoyen', 'public'],
  ['appel d’un parent', 'public'],
  ['Public - comptoir', 'public'],
  ['ASFC aéroport', 'border_services'],
  ['Services frontaliers', 'border_services'],
  ['Fournisseur (déclaration obligatoire)', 'mandatory_report'],
  ['Autre', 'other'],
];

const states: readonly (readonly [string, TrueRow['state']])[] = [
  ['Fermé', 'concluded'],
  ['FERME', 'concluded'],
  ['Dossier clos', 'concluded'],
  ['Conclu - accusation', 'concluded'],
  ['Terminé', 'concluded'],
  ['Sans suite', 'not_viable'],
  ['Non fondé', 'not_viable'],
  ['Info seulement', 'information_only'],
  ['Renseignement', 'information_only'],
  ['Transféré SPVM', 'transferred_out'],
  ['Transfert autre service', 'transferred_out'],
  ['En cours', 'received'],
  ['Ouvert', 'received'],
  ['en attente du labo', 'received'],
  ['À l’étude', 'received'],
  ['Nouveau', 'received'],
  ['???', 'received'],
];

const unitSpellings: readonly (readonly [string, readonly string[]])[] = [
  ['U01', ['U01', 'Équipe Norhavre', 'NORHAVRE', 'Norhavre']],
  ['U02', ['U02', 'Val-des-Ormes', 'VAL DES ORMES', 'Unité Val-des-Ormes']],
];
/** As the units of the workspace are named. */
export const unitNames = { U01: 'Norhavre', U02: 'Val-des-Ormes' } as const;

const two = (value: number): string => String(value).padStart(2, '0');
const frenchMonths = [
  ['janvier', 'janv.'],
  ['février', 'févr.'],
  ['mars', 'mars'],
  ['avril', 'avr.'],
  ['mai', 'mai'],
  ['juin', 'juin'],
  ['juillet', 'juil'],
  ['août', 'août'],
  ['septembre', 'sept.'],
  ['octobre', 'oct.'],
  ['novembre', 'nov'],
  ['décembre', 'déc.'],
] as const;
const englishMonths = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** The day as a person or a spreadsheet writes it: seven ways. */
function written(chance: Chance, on: Date): string {
  const [year, month, day] = [on.getUTCFullYear(), on.getUTCMonth(), on.getUTCDate()];
  const ways = [
    () => `${year}-${two(month + 1)}-${two(day)}`,
    () => `${two(day)}/${two(month + 1)}/${year}`,
    () => `${day}/${month + 1}/${two(year % 100)}`,
    () => `${day} ${frenchMonths[month]![0]} ${year}`,
    () => `${day} ${frenchMonths[month]![1]} ${year}`,
    () => `${two(day)}-${englishMonths[month]!}-${two(year % 100)}`,
    () => String(Math.floor((on.getTime() - Date.UTC(1899, 11, 30)) / 86_400_000)),
    () => `${year}-${two(month + 1)}-${two(day)} ${two(chance.whole(0, 23))}:${two(chance.whole(0, 59))}`,
  ];
  return chance.one(ways)();
}

const iso = (on: Date): string => on.toISOString().slice(0, 10);
const dayMs = 86_400_000;

/** How it ended, as written and as it is. */
function ending(chance: Chance, received: Date, today: string): readonly [string, { from: string; to: string }] {
  const way = chance.next();
  const last = new Date(Math.min(Date.parse(today), received.getTime() + chance.whole(0, 400) * dayMs));
  if (way < 0.06) return ['', { from: iso(received), to: today }];
  if (way < 0.1) {
    const year = last.getUTCFullYear();
    const from = iso(received) > `${year}-01-01` ? iso(received) : `${year}-01-01`;
    return [String(year), { from, to: `${year}-12-31` < today ? `${year}-12-31` : today }];
  }
  return [written(chance, last), { from: iso(last), to: iso(last) }];
}

const quoted = (cell: string): string => (/[;"\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

const header = [
  'No',
  'Date réception',
  'Provenance',
  'No de dossier',
  'Équipe',
  'Priorité',
  'Faits',
  'Fermé le',
  'Statut',
];

/** A register of so many rows, separated by semicolons, with titles, subtotals, blank lines and notes among them. */
export function messyRegister(count: number, seed: number, today: string): MessyRegister {
  const chance = chanceOf(seed);
  const rows: TrueRow[] = [];
  const empty = header.map(() => '');
  const lines: string[] = [
    ['Registre des signalements ECE', ...empty.slice(1)].join(';'),
    ['Extrait le 12 novembre 2026 - usage interne', ...empty.slice(1)].join(';'),
    empty.join(';'),
    header.join(';'),
  ];
  // The line of the total, at the end.
  let others = 1;
  const start = Date.parse('2019-01-03');
  for (let index = 0; index < count; index += 1) {
    const received = new Date(start + Math.floor((index / count) * (Date.parse(today) - start - 40 * dayMs)));
    const [sourceText, source] = chance.one(sources);
    const [stateText, state] = chance.one(states);
    const [unit, spellings] = chance.one(unitSpellings);
    const mark = `R${String(index).padStart(5, '0')}`;
    const externalNumber =
      chance.next() < 0.12 ? null : `ECE-${received.getUTCFullYear()}-${String(index).padStart(5, '0')}`;
    const summary = chance.one([
      `${mark}; propos reçus`,
      `${mark} dit "rien"`,
      `${mark}\nsuite à vérifier`,
      `${mark} à revoir`,
    ]);
    const priority = chance.one(['1', '2', '3', 'Urgent', 'Normale', '']);
    const [endText, ended] = state === 'received' ? ['', null] : ending(chance, received, today);
    rows.push({
      ...{ mark, unit, source, receivedOn: iso(received), externalNumber, summary, state, ended },
      priority: priority === '' ? null : priority,
    });
    const cells = [
      ...[String(index + 1), written(chance, received), sourceText, externalNumber ?? chance.one(['', 's.o.', 'N/A'])],
      ...[chance.one(spellings), priority, summary, endText, stateText],
    ];
    lines.push(cells.map(quoted).join(';'));
    if (index % 90 === 89) {
      lines.push(['', 'Sous-total', '', '90', '', '', '', '', ''].join(';'), empty.join(';'));
      others += 1;
    }
    if (index % 400 === 399) {
      lines.push([`*** ${String(received.getUTCFullYear())} ***`, ...empty.slice(1)].join(';'));
      others += 1;
    }
    if (index % 700 === 699) {
      lines.push(header.join(';'));
      others += 1;
    }
  }
  lines.push(['TOTAL', '', '', String(count), '', '', '', '', ''].join(';'));
  return { text: `${lines.join('\r\n')}\r\n`, rows, others };
}

/** The characters of Windows-1252 from 0x80 on; an empty place where there is none. */
const above7f = new Map(
  Array.from('€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ', (char, index) => [char, 0x80 + index] as const),
);

/** As an older spreadsheet saves it, or as "Unicode text" does. */
export function encoded(text: string, encoding: 'windows-1252' | 'utf-16'): Buffer {
  if (encoding === 'utf-16') return Buffer.from(`\u{feff}${text}`, 'utf16le');
  return Buffer.from(Array.from(text, (char) => above7f.get(char) ?? char.charCodeAt(0)));
}
