import { caseTables, linkTables, sharedTables } from '../../scopeRules.ts';
import { quoted } from './roles.ts';
import { isPerson, ofUnit, ruleOf } from './tableRules.ts';
import { storedTables, type StoredTable } from './tables.ts';

/** What figures ask of a sealed row in addition to its unit and its seal, by table; of a transfer, what says that a file left or came. Of any other table they count no sealed row. */
const countedColumns: Readonly<Record<string, readonly string[]>> = {
  arrest: ['id', 'arrested_on', 'youth'],
  authority: ['id', 'kind', 'started_on', 'end_reason'],
  charge: ['id', 'person_id', 'offence_on', 'laid_on', 'section', 'counts', 'stage', 'disposition', 'disposed_on'],
  clearance: ['founded', 'reason', 'on_date'],
  correction: ['at', 'months', 'review_due_at', 'reviewed_at'],
  device: ['device_count', 'seized_on', 'queued_on', 'examined_on', 'ended_on', 'end_reason', 'locked', 'unlocked_on'],
  file_offence: ['first_on'],
  file_partner: ['partner_id', 'from_on'],
  investigation: ['opened_on', 'origin', 'open', 'concluded_on'],
  investigation_event: ['on_date', 'kind'],
  ledger_entry: ['file_kind', 'on_date', 'term', 'amount'],
  note: ['position'],
  operation_file: ['operation_id'],
  person: ['id', 'file_kind', 'role', 'age_band', 'gender', 'identified_on', 'safeguarded_on'],
  referral: [
    'source',
    'received_on',
    'risk_band',
    'state',
    'state_on',
    'state_on_latest',
    'transferred_in',
    'decision_from',
    'first_action_at',
  ],
  referral_event: ['on_date', 'on_latest', 'at', 'to_state'],
  referral_investigation: ['linked_on'],
  referral_score: ['position', 'band', 'scored_at', 'due_at', 'undone_at'],
  sealed_item: [],
  support_referral: ['referred_on', 'outcome', 'answered_on'],
  transfer: ['to_unit_id', 'file_kind', 'state', 'decided_on'],
  transferred_count: ['measure'],
};

/** By what a row of these is sealed, which elsewhere hides none. */
const ownSealing: Readonly<Record<string, readonly string[]>> = {
  sealed_item: ['item_id'],
  transferred_count: ['record_id'],
};

/** Tables of the records that `transferred_count` names, with the column of their file: in a sealed one they go by a digest here too. */
const namedRecords: Readonly<Record<string, string>> = {
  arrest: 'investigation_id',
  authority: 'investigation_id',
  charge: 'investigation_id',
  person: 'file_id',
};
const inSealedFile = (table: string, file: string): string =>
  `public.${table} AS part JOIN vigie.pseudonym AS own ON own.of_id = part.${file}`;

function sealedBy(name: string): readonly string[] {
  const sealing = ownSealing[name] ?? caseTables[name] ?? linkTables[name] ?? sharedTables[name];
  return typeof sealing === 'object' ? sealing.map((each) => (typeof each === 'string' ? each : each.column)) : [];
}

const isShown = (column: string): string => `${column} NOT IN (SELECT of_id FROM vigie.pseudonym)`;

/** A record of a file in sight may be of a person who is sealed in it. */
const personJoin = 'LEFT JOIN vigie.pseudonym AS named ON named.of_id = person_id';

/** What is in a sealed file, its persons too, by a digest that nobody can make of an id that they have. */
const hiddenPart = (column: string): string =>
  `left(encode(sha256(convert_to(own.salt || ${column}, 'UTF8')), 'hex'), 32)::uuid::text`;
const isPart = (column: string): boolean => column === 'id' || column === 'person_id';

/** The link of two files is seen by those who see one: here the policies of the tables do not ask. */
const ofEnds = ['referral', 'investigation']
  .map(
    (end) => `EXISTS (SELECT 1 FROM public.${end} AS other WHERE other.id = ${end}_id AND ${ofUnit('other.unit_id')})`,
  )
  .join(' OR ');

/**
 * Every row of the asker's units. Those that are sealed have their pseudonyms, what a figure needs and nothing else; in an order of their own, for
 * that of the table would tell which is which.
 */
function countedView(table: StoredTable, counted: readonly string[]): string {
  const by = sealedBy(table.name);
  const seen = linkTables[table.name] ? ofEnds : ruleOf(table).seen;
  const person = table.columns.some(({ name }) => name === 'person_id') ? personJoin : '';
  const written = (name: string, own = quoted(name)): string =>
    person !== '' && name === 'person_id' ? `coalesce(named.other, ${own})` : own;
  const arm = (columns: (name: string) => string, joins: string, where: readonly string[], end = ''): string =>
    `(SELECT ${table.columns.map(({ name }) => `${columns(name)} AS ${quoted(name)}`).join(', ')}
      FROM public.${quoted(table.name)} ${joins} ${person} WHERE ${[isPerson, `(${seen})`, ...where].join(' AND ')}${end})`;
  // A row that two records seal is in one arm: that of the first.
  const sealed = by.map((column, place) => {
    const later = by.slice(place + 1);
    const pseudonyms = new Map([
      [column, 'own.other'],
      ...later.map((each): [string, string] => [
        each,
        `coalesce(of_${each}.other, ${isPart(each) ? hiddenPart(each) : each})`,
      ]),
    ]);
    const kept = (name: string): string =>
      pseudonyms.get(name) ??
      (by.includes(name) || name === 'unit_id' || counted.includes(name)
        ? written(name, isPart(name) ? hiddenPart(name) : undefined)
        : 'NULL');
    const joins = [
      `JOIN vigie.pseudonym AS own ON own.of_id = ${column}`,
      ...later.map((each) => `LEFT JOIN vigie.pseudonym AS of_${each} ON of_${each}.of_id = ${each}`),
    ];
    return arm(kept, joins.join(' '), by.slice(0, place).map(isShown), ' ORDER BY own.other');
  });
  const named = table.name === 'transferred_count' ? Object.entries(namedRecords) : [];
  const shown = named.map(
    ([each, file]) => `NOT EXISTS (SELECT 1 FROM ${inSealedFile(each, file)} WHERE part.id = record_id)`,
  );
  const inFiles = named.map(([each, file]) =>
    arm(
      (name) => (name === 'record_id' ? hiddenPart(name) : quoted(name)),
      `JOIN (SELECT part.id, own.salt, own.other FROM ${inSealedFile(each, file)}) AS own ON own.id = record_id`,
      by.map(isShown),
      ' ORDER BY own.other, record_id',
    ),
  );
  const arms = [arm(written, '', [...by.map(isShown), ...shown]), ...sealed, ...inFiles];
  return `CREATE VIEW counted.${quoted(table.name)} WITH (security_barrier) AS ${arms.join(' UNION ALL ')}`;
}

/** What figures are counted from. A session that counts looks into this schema first. */
export function countedViews(people: string): string[] {
  return [
    'DROP SCHEMA IF EXISTS counted CASCADE',
    'CREATE SCHEMA counted',
    `GRANT USAGE ON SCHEMA counted TO ${people}`,
    ...storedTables('unit').flatMap((table) => {
      const counted = countedColumns[table.name];
      return counted ? [countedView(table, counted)] : [];
    }),
    `GRANT SELECT ON ALL TABLES IN SCHEMA counted TO ${people}`,
  ];
}
