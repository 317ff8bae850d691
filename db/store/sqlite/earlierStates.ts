/** A state that workspaces were left in before a file of migrations was edited or moved, and what brings them to a known one. */
export interface EarlierState {
  /** What such a workspace has applied: names of today's files, or the hash of one that is no longer there. */
  readonly applied: readonly string[];
  readonly sql: string;
  /** Today's files that are then run out of their order. */
  readonly runs: readonly string[];
  /** How many of today's migrations such a workspace then has. */
  readonly reaches: number;
}

const orderMonths = `
CREATE TEMP TABLE carried AS SELECT * FROM main.unit_month;
DROP TABLE main.unit_month;
CREATE TABLE \`unit_month\` (
	\`unit_id\` text NOT NULL,
	\`measure\` text NOT NULL,
	\`month\` text NOT NULL,
	\`version\` integer DEFAULT 1 NOT NULL,
	\`value\` real,
	\`status\` text NOT NULL,
	\`source\` text NOT NULL,
	\`pack_id\` text,
	PRIMARY KEY(\`unit_id\`, \`month\`, \`measure\`)
) STRICT;
INSERT INTO unit_month SELECT * FROM temp.carried;
DROP TABLE temp.carried;
CREATE INDEX \`unit_month_series\` ON \`unit_month\` (\`unit_id\`,\`month\`,\`measure\`,\`value\`,\`status\`);`;

const coverOpenReferrals = `
DROP INDEX referral_open;
CREATE INDEX \`referral_open\` ON \`referral\` (\`open\`,\`received_on\`,\`id\`,\`unit_id\`,\`state\`);`;

/** The index is derived: it is made again from the files. */
const forgetSearch = `
DROP TRIGGER referral_searched; DROP TRIGGER referral_searched_again; DROP TRIGGER referral_moved_unit;
DROP TRIGGER referral_forgotten; DROP TRIGGER investigation_searched; DROP TRIGGER investigation_searched_again;
DROP TRIGGER investigation_moved_unit; DROP TRIGGER investigation_forgotten;
DROP TABLE search_text; DROP TABLE search_entry;`;

const beforeSearch = ['0000_first.sql', '0001_laboratory.sql', '0002_authorities.sql'];
const beforeFileWork = [...beforeSearch, '0003_search.sql', '0004_dispositions.sql'];

export const earlierStates: readonly EarlierState[] = [
  {
    applied: ['8bf50a004531f2feaabe4398f1b84519d9cd00e86d7c3c619bd0cd82633aea62'],
    sql: orderMonths + coverOpenReferrals,
    runs: [],
    reaches: 1,
  },
  {
    applied: ['4ee10e7aa218676999b00f23ee5730e5a036fa57284e1383a70316c62ebf0f03'],
    sql: orderMonths,
    runs: [],
    reaches: 1,
  },
  {
    applied: [...beforeSearch, 'bf49bc8331356fe0a5d73a4b267e9a3212b540a07884921827a294ba6c37582b'],
    sql: forgetSearch,
    runs: ['0003_search.sql'],
    reaches: 4,
  },
  {
    applied: [...beforeFileWork, '0007_file_work.sql'],
    sql: '',
    runs: ['0005_personal.sql', '0006_persons.sql'],
    reaches: 8,
  },
  {
    applied: [...beforeFileWork, '0007_file_work.sql', '0006_persons.sql'],
    sql: '',
    runs: ['0005_personal.sql'],
    reaches: 8,
  },
];
