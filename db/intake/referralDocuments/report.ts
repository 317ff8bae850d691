import type { TipCount } from '#contract/casework/tipCounts';
import { largestTip, type TipDraft, type TipFormat, type TipPerson } from '#contract/intake/referralDocuments';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { identifiersIn, identifierNames, portOf, type FoundIdentifier } from './identifiersIn.ts';
import { stripBinary } from './strip.ts';
import type { Tree } from './tree.ts';
import {
  firstFound,
  firstText,
  foldName,
  leavesOf,
  nameOf,
  partsNamed,
  printPath,
  textOf,
  type Found,
} from './walk.ts';

/**
 * A report in the shape that providers send to NCMEC, or near it. What police receive differs from export to export, so the mapping goes by
 * the names of elements wherever they are and assumes nothing of their order (published schema of the reporting service, "ispws").
 */
export function draftOfReport(read: Tree, format: TipFormat): TipDraft {
  const { tree, count: stripped } = stripBinary(read);
  const root: Found = { tree, path: [] };
  if (numbersOf(root) > 1) throw new StoreFailure('invalid_input', 'several_reports');
  const people = peopleOf(root);
  const identifiers = [
    ...people.flatMap(({ part }, person) => identifiersIn(part, contacts).map((each) => ({ ...each, person }))),
    ...identifiersIn(root, new Set([...contacts, ...personNames])).map((each) => ({ ...each, person: null })),
  ];
  return {
    format,
    fields: fieldsOf(root),
    persons: people.slice(0, largestTip.persons).map(({ person }) => person),
    identifiers: identifiers.filter(within).slice(0, largestTip.identifiers),
    counts: countsOf(root),
    pages: [],
    stripped,
    notTaken: notTaken(root),
    pagesUnread: 0,
    cut: people.length > largestTip.persons || identifiers.length > largestTip.identifiers,
  };
}

/** Those who report and those to whom one writes are no part of the case. */
const contacts: ReadonlySet<string> = new Set([
  'reporter',
  'reportingperson',
  'contactperson',
  'lawenforcement',
  'submitter',
]);

const roles = {
  personoruserreported: 'subject',
  suspect: 'subject',
  reportedperson: 'subject',
  victim: 'victim',
  childvictim: 'victim',
  intendedrecipient: 'witness',
} as const satisfies Readonly<Record<string, TipPerson['role']>>;

const personNames: ReadonlySet<string> = new Set(Object.keys(roles));

const within = ({ person }: FoundIdentifier & { readonly person: number | null }): boolean =>
  person === null || person < largestTip.persons;

function peopleOf(root: Found) {
  return partsNamed(root, personNames, contacts).map((part) => {
    const role = roles[nameOf(part) as keyof typeof roles];
    const name = [firstText(part, 'firstname', 'givenname'), firstText(part, 'lastname', 'surname', 'familyname')]
      .filter((each) => each !== null)
      .join(' ');
    const person: TipPerson & { readonly foundAt: string } = {
      role,
      // A victim's name is not needed to know that there is one.
      name: role === 'victim' || name === '' ? null : name.slice(0, 120),
      ageBand: bandOf(firstText(part, 'age', 'approximateage')),
      gender: 'not_asked',
      foundAt: printPath(part.path),
    };
    return { part, person };
  });
}

function bandOf(age: string | null): TipPerson['ageBand'] {
  const years = Number(age ?? NaN);
  if (!Number.isInteger(years) || years < 0 || years > 130) return 'unknown';
  if (years < 12) return '0_11';
  if (years < 14) return '12_13';
  if (years < 16) return '14_15';
  return years < 18 ? '16_17' : '18_plus';
}

const reportNumbers = ['reportid', 'cybertiplinereportid', 'reportnumber', 'cybertipid'] as const;

/** How many reports the file holds, by the numbers that they have under one name: each is a referral of its own. */
function numbersOf(root: Found): number {
  const parts = partsNamed(root, new Set(reportNumbers), contacts);
  const [first] = parts;
  if (first === undefined) return partsNamed(root, new Set(['report', 'cybertip', 'cybertipreport']), contacts).length;
  return new Set(parts.filter((each) => nameOf(each) === nameOf(first)).map(textOf)).size;
}

/** The pieces of a summary, each under the names that exports give it. */
const summaryNames = [
  ['incidenttype'],
  ['incidentdatetime', 'incidentdate'],
  ['espname', 'reportingesp', 'companyname', 'submitterdescription'],
  ['incidentdatetimedescription'],
] as const;
const priorities = ['priority', 'prioritylevel', 'escalatetohighpriority'] as const;

/** What the report is about, each piece with its place. */
function summaryOf(root: Found): TipDraft['fields'] {
  const pieces = summaryNames.map((names) => firstFound(root, ...names)).filter((each) => each !== null);
  if (pieces.length === 0) return [];
  const places = [...new Set(pieces.map(({ path }) => printPath(path)))];
  const value = pieces.map(({ text }) => text).join('; ');
  return [{ field: 'summary', value: value.slice(0, 4000), foundAt: places.join('; ').slice(0, 200) }];
}

function fieldsOf(root: Found): TipDraft['fields'] {
  const found = [
    field(root, 'externalNumber', 60, ...reportNumbers),
    field(root, 'priorityReceived', 40, ...priorities),
  ].filter((each) => each !== null);
  return [...found, ...summaryOf(root)];
}

function field(root: Found, name: 'externalNumber' | 'priorityReceived', length: number, ...names: readonly string[]) {
  for (const part of partsNamed(root, new Set(names), contacts)) {
    const value = textOf(part);
    if (value !== null)
      return { field: name, value: value.replace(/\s+/g, ' ').slice(0, length), foundAt: printPath(part.path) };
  }
  return null;
}

const classes: Readonly<Record<string, TipCount>> = { A1: 'class_a1', A2: 'class_a2', B1: 'class_b1', B2: 'class_b2' };

function countsOf(root: Found): TipDraft['counts'] {
  const files = partsNamed(root, new Set(['filedetails', 'file', 'uploadedfile']), contacts).filter(
    (each) => typeof each.tree !== 'string',
  );
  const counts = new Map<TipCount, number>();
  const add = (category: TipCount | undefined): void => {
    if (category !== undefined) counts.set(category, (counts.get(category) ?? 0) + 1);
  };
  for (const file of files) {
    add('files_reported');
    if (isYes(firstText(file, 'fileviewedbyesp', 'viewedbyesp'))) add('files_viewed');
    if (isYes(firstText(file, 'publiclyavailable'))) add('files_public');
    if (isAnnotated(file, 'generativeai')) add('made_by_ai');
    add(classes[firstText(file, 'industryclassification')?.toUpperCase() ?? '']);
  }
  return [...counts].map(([category, count]) => ({ category, count }));
}

/** Exports write an annotation as an element that says yes, or by its name in a list. */
function isAnnotated(file: Found, name: string): boolean {
  return (
    isYes(firstText(file, name)) ||
    leavesOf(file).some(
      (leaf) => leaf.path.some((each) => foldName(each) === 'fileannotations') && foldName(textOf(leaf) ?? '') === name,
    )
  );
}

const isYes = (text: string | null): boolean => text !== null && /^(?:true|yes|1|oui)$/i.test(text);

const taken: ReadonlySet<string> = new Set([
  ...identifierNames,
  ...summaryNames.flat(),
  ...reportNumbers,
  ...priorities,
  'firstname',
  'givenname',
  'lastname',
  'surname',
  'familyname',
  'age',
  'approximateage',
  'fileviewedbyesp',
  'viewedbyesp',
  'publiclyavailable',
  'generativeai',
  'industryclassification',
  'text',
]);

/** A port that no port can be is left out of its address. */
function isLostPort(leaf: Found): boolean {
  return nameOf(leaf) === 'port' && portOf(textOf(leaf)) === null;
}

/** Said by name, so that the person who confirms knows where to look in the original. */
function notTaken(root: Found): string[] {
  const names = leavesOf(root)
    .filter((leaf) => textOf(leaf) !== null && (!taken.has(nameOf(leaf)) || isLostPort(leaf)))
    .filter(({ path }) => !path.some((name) => contacts.has(foldName(name))))
    .map(({ path }) => path.at(-1) ?? '');
  return [...new Set(names)].sort().slice(0, 100);
}
