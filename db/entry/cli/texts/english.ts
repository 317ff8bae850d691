import { argumentsEnglish } from './arguments.ts';
import { analyseEnglish } from './analyse.ts';
import { filesEnglish } from './files.ts';
import { backupEnglish } from './backup.ts';
import { annualEnglish } from './annual.ts';
import { returnFilesEnglish } from './returnFiles.ts';
import { planEnglish } from './plan.ts';
import { rollupEnglish } from './rollup.ts';
import { moveEnglish } from './move.ts';
import { serverEnglish } from './server.ts';

/** What the command line says. `french.ts` has the same keys, which the compiler checks. */
export const english = {
  ...argumentsEnglish,
  ...backupEnglish,
  ...annualEnglish,
  ...returnFilesEnglish,
  ...rollupEnglish,
  ...serverEnglish,
  ...moveEnglish,
  ...planEnglish,
  'heading.usage': 'Usage:',
  'heading.arguments': 'Arguments:',
  'heading.options': 'Options:',
  'heading.globalOptions': 'Options of every command:',
  'heading.commands': 'Commands:',

  'help.vigie': 'Case files, backlog and quarterly returns of police Internet child exploitation units.',
  'help.after': `Passphrase: the first line of the file given with --passphrase-file, or of standard input;
on a terminal it is asked for and not shown. It is never taken from an argument or from
the environment, where other programs could read it.

Language: --lang, or else the first of VIGIE_LANG, LC_ALL and LANG that is set.

With --json, one JSON document is written to standard output:
  {"ok": true, "value": ...}   or   {"ok": false, "error": {"code", "message", ...}}
  (with exit codes 3 and 4: {"ok": false, "value": ...})

Exit codes:
  0  done
  1  refused or failed: the message says what happened, what was kept and what to do
  2  the command was not written as it should be
  3  the verification failed
  4  blocking checks remain and the return was not locked, or a key is not confirmed`,
  'help.workspace': 'Create, check and move workspaces.',
  'help.workspaceCreate':
    'Create an encrypted workspace and its first administrator. The recovery key is shown once and kept nowhere.',
  'help.workspaceCheck': 'Read the whole file of a workspace and say whether it is undamaged.',
  'help.import': 'Import from a file.',
  'help.importReferrals':
    'Import referrals from a CSV or XLSX file into a unit workspace, in one transaction: all of the new rows or none.',
  'help.due':
    'Show the legal dates that are due, each under its opaque reference, or the required reports of agreements; save them as a calendar.',
  'help.backlog': 'Show the backlog movements and trend of each unit over a period.',
  'help.counterfactual':
    'Estimate the backlog without the Strategy-funded staff and overtime (method A). A refusal of the method is an answer, with its reasons.',
  'help.analyse': 'Analyse a table of your own by a method of Vigie. No workspace is opened, and the result is JSON.',
  'help.pack': 'Export, import and verify quarter packs.',
  'help.packExport': 'Write the signed pack of a quarter from a unit workspace: figures by month, no case.',
  'help.packImport': 'Verify a pack and import it into a coordination workspace.',
  'help.packVerify': 'Verify a pack on any machine, without a workspace.',
  'help.return': 'Check, lock, export and verify quarterly returns.',
  'help.returnCheck': 'List the gaps and anomalies of a return. Exit code 4 if a check blocks the lock.',
  'help.returnLock': 'Lock a return as it is now. It cannot be undone.',
  'help.returnExport': 'Write the files of a locked return into a new folder.',
  'help.returnRelease': 'Write the release of a locked return: small counts suppressed, or every count rounded.',
  'help.returnVerify': 'Verify an exported return on any machine, without a workspace.',
  'help.audit': 'Verify the audit journal.',
  'help.auditVerify': 'Compute the chain of the audit journal again.',
  'help.breach': 'Report in counts what a lost computer, backup or export contained, and who could open it.',
  'help.demo': 'Build the demonstration.',
  'help.demoPrepare': 'Build the fictitious workspaces into a folder where they are not there yet.',

  'option.help': 'show help',
  'option.version': 'show the version',
  'option.lang': 'language of messages, help and reports',
  'option.json': 'write one JSON document, for machines',
  'option.workspace': 'folder of the workspace, Name.vigie',
  'option.login': 'who signs in',
  'option.auditHead': 'A head noted earlier: the journal must contain it.',
  'option.auditFromFile': 'A pack or a return whose head the journal must contain.',
  'option.lostBackup': 'the backup that was lost, by its name (otherwise this computer)',
  'option.lostExport': 'the export that was lost, by the number of its entry in the audit journal',
  'option.breachOutput': 'write the report to this file too: .html, or .pdf where Vigie can print',
  'option.passphraseFile': 'file whose first line is the passphrase (otherwise standard input)',
  'option.place': 'what a workspace last used elsewhere is: copy (to look at) or moved (the original)',
  'option.olderReason':
    'open a workspace that is older than this computer last saw it, and why: the reason goes into the audit journal',
  'option.kind': 'unit: case files of one service; coordination: agreements and returns',
  'option.coordinator': 'of a coordination workspace: the administrator is a funding coordinator too',
  'option.displayName': 'name shown for the administrator (otherwise the login)',
  'option.mapping':
    'JSON file that says which column is what: {"columns": {"receivedOn": "Name in the header" or place from 1, ...}, "headerLine", "dateOrder", "dates", "values": {"source": {"text": code}, "conclusion", "unitCode", "riskBand"}, "unit", "sourceDefault", "encoding", "separator", "sheet"}; --suggest writes one',
  'option.suggest':
    'write the mapping that Vigie proposes, to be corrected and given with --mapping; nothing is imported',
  'option.acceptAssumed': 'import although more than a tenth of the rows rest on one assumption',
  'option.defaultUnit': 'unit of the rows that name none',
  'option.dryRun': 'check every row and write none',
  'option.report': 'write a CSV of the rows left out, with the reason for each',
  'option.from': 'first month, YYYY-MM (otherwise eleven months before the last)',
  'option.to': 'last month, YYYY-MM (otherwise this month)',
  'option.units': 'this unit only; may be repeated',
  'option.rampMonths': 'months until a new hire works at full rate (otherwise drawn)',
  'option.overtimeProductivity': 'output of an overtime hour relative to a regular one, 0.5 to 1.5 (1)',
  'option.substitutionShare': 'share of the funded staff that would have been hired anyway, 0 to 0.9 (0)',
  'option.inducedInflowShare': 'share of inflow that exists only because of the funding, 0 to 0.5 (0)',
  'option.pooling': 'how far units share the productivity of their funded staff',
  'option.capacityExponent': 'exponent of the staff in a unit’s capacity',
  'option.coupling': 'whether actual and estimated series share each month’s random variation',
  'option.dueUnit': 'the code of one unit; otherwise all of yours',
  'option.calendar': 'also write the dates to come to this new iCalendar file (.ics), without a word of any case',
  'option.backlogDefinition': 'the backlog as each unit counts it, or including files with Crown or court',
  'option.administrative': 'whether administrative closures follow the backlog or the staff',
  'option.sensitivity': 'also change one assumption at a time; takes about ten times as long',
  'option.quarter': 'fiscal quarter: 2026-27:2, or 2026-Q2 for the same (July to September 2026)',
  'option.packOutput': 'file to write; one that exists is not overwritten',
  'option.confirmFingerprint': 'fingerprint of a new signing key, as compared with the unit',
  'option.agreement': 'code of the agreement',
  'option.contentHash': 'lock only if the content is the one that was checked',
  'option.returnOutput': 'folder in which the export creates a new folder',
  'option.releaseOutput': 'folder in which the release creates a new folder',
  'option.releaseMethod':
    'suppress small counts and cells from which they could be derived, or round every count at random',
  'option.releaseBase': 'base of the rounding; under suppression of the interval of the backlog avoided (5)',
  'option.lockFirst': 'lock the return first, if no check blocks',
  'option.pdf': 'fail where return.pdf cannot be printed: only the application prints, started with --cli',
  'option.semicolons': 'CSV files with semicolons, which Excel in French opens as tables',
  'option.data': 'CSV file with a header; an empty cell or NA is missing, never zero',
  'option.spec': 'JSON file that says which column is what; docs/analyse.md shows its form for each method',
  'option.out': 'write the result to this file too; one that exists is not overwritten',
  'argument.csv': 'CSV or XLSX file of referrals',
  'argument.pack': 'quarter pack',
  'argument.returnFolder': 'folder of an exported return',
  'argument.demoFolder': 'folder to build into',
  'argument.method': 'one of: {methods}',

  unknownOption: 'There is no option {name}.',
  unknownCommand: 'There is no command “{name}”.',
  missingArgument: 'The argument <{name}> is missing.',
  optionMissingArgument: 'The option {name} needs a value.',
  missingOption: 'The option {name} is required.',
  excessArguments: '“{name}” was given more arguments than it takes.',
  badUsage: 'The command was not written as it should be.',
  seeHelp: 'Nothing was done. Add --help to see what can be written.',
  nothingDone: 'Nothing was changed.',
  badQuarter: '“{value}” is not a quarter: write 2026-27:2 or 2026-Q2.',
  badMonth: '“{value}” is not a month: write it as YYYY-MM.',
  monthNotOver: '--last-month: {value} is not over. Give {latest} or an earlier month.',
  badNumber: '{option}: “{value}” is not a number from {low} to {high}.',
  badWhole: '{option}: “{value}” is not a whole number from {low} to {high}.',
  badChoice: '{option}: “{value}” is not one of {choices}.',
  badFingerprint: '“{value}” is not a fingerprint: it has sixteen groups of four digits or letters A to F.',
  monthsReversed: 'The first month, {from}, comes after the last, {to}.',
  oneScope: 'Give exactly one of --unit, --agreement and --all.',
  coordinatorOfUnit: '--coordinator is for a coordination workspace only.',
  noName: '“{path}” names no workspace.',
  noPassphrase: 'No passphrase was given: put it on the first line of a file or of standard input.',
  passphrasesDiffer: 'The two passphrases differ.',
  askPassphrase: 'Passphrase: ',
  askAgain: 'The same again: ',
  importAsksFirst:
    'The meaning of {rows} of {all} rows is assumed: {texts}. Write the mapping with --suggest, correct it and give it with --mapping, or add --accept-assumed. Nothing was imported.',
  noSuchColumn: 'The file has no column “{column}”. Its columns: {columns}',
  noSuchUnit: 'No unit has the code “{code}” here. Known: {known}',
  noSuchAgreement: 'No agreement has the code “{code}” here. Known: {known}',
  notAccepted: 'not accepted',
  reference: 'Reference: {reference}',
  notAvailable: '..',

  created: 'Created: {folder}',
  recoveryKey: 'Recovery key: {key}',
  recoveryKeyAdvice: 'Write it down and keep it away from this computer: it is not shown again and kept nowhere.',
  createdNextUnit: 'Next, in the application: the administrator adds units and users, who then import and count.',
  createdNextPacks: 'Next, in the application: agreements and their units, then the packs.',
  createdNextCoordination: 'Next, in the application: the administrator adds a coordinator, who imports packs.',

  tab: 'tab',
  importFormat: 'Format: {encoding}, separator {separator}',
  importSheet: 'Format: XLSX, sheet {sheet}',
  mappingGiven: 'Columns, as the mapping file says:',
  mappingRemembered: 'Columns, as remembered for this header:',
  mappingSuggested: 'Columns, as their names suggest:',
  otherHeader: '  Line {line} has columns that the first table has not, which are not read: {text}',
  columnsNotRead: 'Columns that are not read: {columns}',
  columnsFound: 'Columns of the file: {columns}',
  importRows: 'Rows: {rows}',
  suggestionWritten: 'Mapping written: {path}. Correct it, then import with --mapping.',
  linesPassedOver: 'Lines that are not referrals (totals, titles, notes): {lines}',
  importReasons: 'Why rows were left out, or what they share:',
  imported: 'Referrals imported: {imported}',
  importDryRun: 'Nothing was written (--dry-run).',
  reportWritten: 'Report of the rows left out: {path}',

  dueDays: '{days} d',
  dueCounts: 'Overdue: {overdue}; today: {today}; with a reminder: {reminder}',
  calendarWritten: 'Calendar of {events} dates written: {path}',
  backlogTitle: 'Backlog movements, {from} to {to}',
  unit: 'Unit',
  total: 'Total ({covered}/{units})',
  movement: 'Backlog',
  movements: 'Units where the backlog grew: {grew}; stable: {held}; fell: {fell}; cannot be compared: {unknown}',
  waitingTitle: 'State of open items today (all your units):',
  olderThanYear: 'Open for more than a year: {files}',

  estimateTitle: 'Backlog without the Strategy-funded staff and overtime',
  estimateMethod: 'Method A (capacity model). Months up to {month}; {draws} draws.',
  assumptions: 'Assumptions:',
  rampEstimated: 'estimated',
  estimateTotal: 'Total of the {covered} units with an estimate, of {asked} asked for',
  totalGrade: 'Reliability of the total: {grade}',
  estimateUnit: '{code}: reliability {grade}',
  estimateUnitNoGrade: '{code}: no reliability grade',
  estimateRefused: '{code}: no estimate',
  backlogNow: 'Backlog, {month}: {files}',
  backlogNowTotal: 'Backlog: {files}',
  sceptic80: 'Starting from no effect of funded staff: {low} to {high} fewer (80% interval)',
  avoided80: 'Fewer files than without funded staff and overtime: {low} to {high} (80% interval)',
  avoided95: 'Fewer files than without funded staff and overtime: {low} to {high} (95% interval)',
  avoidedMedian: 'Fewer files than without funded staff and overtime: {files} (median)',
  probabilityBelow: 'Probability that the backlog is lower than without funded staff and overtime: {probability}',
  gradeReason: 'Reliability: {reason}',
  caution: 'Caution: {caution}',
  sensitivity: 'Under other assumptions (median, 80% interval):',
  range: '{low} to {high}',

  sha256: 'SHA-256: {hash}',
  fingerprint: 'Fingerprint of the key: {fingerprint}',
  fingerprintAdvice:
    'The content is as signed with that key. To confirm whose key it is, compare the fingerprint by telephone.',
  packWritten: 'Pack of {quarter} written: {path}',
  packGaps: 'Unknown, left blank in the pack:',
  packKeyFound: '{name} signs with: {fingerprint}',
  packImported: 'Pack imported: {name}, {quarter}',
  packBrought: 'Values: {values}; units added: {units}',
  packVerified: 'Verified: {name}, {quarter}',
  packUnits: 'Units: {units}',
  notVerified: 'Not verified: {path}',

  returnTitle: 'Return of {agreement}, {quarter}',
  returnLockedBy: 'Locked by {by}',
  checksBlock: 'Blocking checks: {blocking}; warnings: {warnings}. The return is not locked.',
  checksClear: 'Ready to lock; warnings: {warnings}',
  blocks: 'blocks',
  warning: 'warning',
  wholeAgreement: 'whole agreement',
  'fix.explain': 'Explain it in the application, beside the figure.',
  'fix.narrative': 'Write it in the application, in the return.',
  'fix.funding': 'Correct or explain it in the application, under Funding.',
  'fix.entered': 'Enter it in the application, under Framework.',
  'fix.reasons': 'Give the reasons in the application, in the restatement.',
  'fix.packs': 'Import the pack.',
  'fix.agreements': 'Change the agreement.',
  'fix.unit_workspace': 'The unit fixes it in its own workspace and sends its pack again.',
  'fix.counterfactual': 'See the data missing from the estimate.',
  contentHash: 'SHA-256 of the content: {hash}',
  returnLocked: 'Locked: {agreement}, {quarter}',
  returnVerified: 'Verified: {path}',
  'problem.manifest_missing': 'The manifest is missing.',
  'problem.manifest_invalid': 'The manifest was not made by Vigie.',
  'problem.manifest_newer': 'The manifest was made by a newer version of Vigie: verify with that version.',
  'problem.signature_invalid': 'The signature does not match the manifest.',
  'problem.file_missing': 'A file is missing.',
  'problem.file_extra': 'A file is not listed in the manifest.',
  'problem.file_changed': 'A file was changed after it was signed.',
  'problem.file_linked': 'This is only a link. Copy what it leads to into the folder.',
  'problem.content_invalid': 'The content is not a valid return.',
  'problem.content_hash_differs': 'The content differs from what was locked.',

  workspaceWhole: 'The file of the workspace is whole: {pages} pages were read.',
  auditIntact: 'The audit journal is intact: {entries} entries.',
  auditHead: 'Head of the audit journal: {head}',
  auditTail:
    'Without an earlier head, entries that were cut off at the end cannot be detected. Give one with --head or --from-file: a pack, a return or a backup carries it.',
  auditValues: 'Values checked against their hashes: {checked}. Forgotten by sealing or purge: {forgotten}.',
  auditHeadFound: 'The journal contains the given head, at entry {entry}: nothing up to it was changed or cut off.',
  auditHeadMissing:
    'The journal does not contain the given head: it was cut off or rewritten, or the head is of another workspace. Keep the workspace as it is and tell your security officer.',
  auditHeadInvalid:
    'This is not a head of an audit journal: {head}. It is 64 hexadecimal digits, with or without @ and the entry number.',
  auditNoHead:
    'No head of an audit journal was found in {path}. Give a pack, or return.json or manifest.json of a return.',
  auditBroken: 'The audit journal is broken at entry {entry}.',
  auditBrokenAdvice: 'It was changed outside Vigie. Keep the workspace as it is and tell your support.',

  demoNotice: 'Demonstration: everything in this workspace is invented.',
  demoReady: 'The demonstration is ready; everything in it is invented:',
  demoPassphrase: 'Passphrase of every user: {passphrase}',
  ...analyseEnglish,
  ...filesEnglish,
} as const;

export type TextKey = keyof typeof english;
/** What every language owes. */
export type Texts = Readonly<Record<TextKey, string>>;
