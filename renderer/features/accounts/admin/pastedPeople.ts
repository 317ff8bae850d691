import { role as roleCode, type Role, type WorkspaceKind } from '#contract/ground/codes';
import { folded } from '#contract/ground/folded';
import type { UnitId } from '#contract/ground/ids';
import { needsUnit, rolesIn } from '#contract/store/session';
import { codeWords } from '#contract/words/codes';

/** Why a line cannot be added. */
export type LineProblem = 'short' | 'role' | 'unit' | 'unitNeeded' | 'taken' | 'long';

export interface PastedPerson {
  readonly line: number;
  readonly displayName: string;
  readonly login: string;
  readonly roles: readonly Role[];
  readonly unitIds: readonly UnitId[];
  readonly problem: LineProblem | null;
}

interface Known {
  readonly kind: WorkspaceKind;
  readonly units: readonly { readonly id: UnitId; readonly code: string }[];
  /** Of a line that names none. */
  readonly unitIds: readonly UnitId[];
  /** Logins that are in use. */
  readonly logins: readonly string[];
}

/** As the contract limits them. */
const [longestName, longestLogin] = [80, 40];

const compared = (text: string): string => folded(text).replaceAll('_', ' ').trim();

/** A role by its code or by its name in either language, of which the beginning is enough. */
function roleNamed(text: string, kind: WorkspaceKind): Role | undefined {
  const asked = compared(text);
  const names = (code: Role): readonly string[] => {
    const { en, fr } = codeWords.role[code];
    return [code, en, ...fr.split(' ou ')].map(compared);
  };
  const known: readonly Role[] = rolesIn[kind];
  return asked.length < 4
    ? undefined
    : roleCode.options.find((code) => known.includes(code) && names(code).some((name) => name.startsWith(asked)));
}

const several = (text: string): readonly string[] =>
  text
    .split(/[+/]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

function cellsOf(line: string): readonly string[] {
  const mark = ['\t', ';', ','].find((each) => line.includes(each)) ?? '\t';
  return line.split(mark).map((cell) => cell.trim());
}

type Read = Omit<PastedPerson, 'problem'>;

/** The units that a line names; the usual ones where it names none. */
function unitsOf(text: string, { units, unitIds }: Known): readonly (UnitId | undefined)[] {
  const codes = several(text).map(compared);
  return codes.length === 0 ? unitIds : codes.map((code) => units.find((unit) => compared(unit.code) === code)?.id);
}

function isShort({ displayName, login, roles }: Read): boolean {
  return displayName === '' || login === '' || roles.length === 0;
}

const isKnown = <T>(each: T | undefined): each is T => each !== undefined;

function readLine(text: string, line: number, known: Known): PastedPerson {
  const [displayName = '', login = '', roleText = '', unitText = ''] = cellsOf(text);
  const roles = several(roleText).map((each) => roleNamed(each, known.kind));
  const unitIds = unitsOf(unitText, known);
  const person: Read = {
    line,
    displayName,
    login,
    roles: [...new Set(roles.filter(isKnown))],
    unitIds: [...new Set(unitIds.filter(isKnown))],
  };
  const checks: readonly (readonly [LineProblem, boolean])[] = [
    ['role', roles.includes(undefined)],
    ['short', isShort(person)],
    ['long', displayName.length > longestName || login.length > longestLogin],
    ['unit', unitIds.includes(undefined)],
    ['unitNeeded', unitIds.length === 0 && needsUnit(known.kind, person.roles)],
  ];
  return { ...person, problem: checks.find(([, isWrong]) => isWrong)?.[0] ?? null };
}

/** People, one on a line: name, login, role and, where they are several, units. Columns by tabulator, semicolon or comma. */
export function readPeople(text: string, known: Known): readonly PastedPerson[] {
  const taken = new Set(known.logins.map((login) => login.trim().toLowerCase()));
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const person = readLine(line, index + 1, known);
    const login = person.login.toLowerCase();
    const isTaken = taken.has(login);
    taken.add(login);
    return [{ ...person, problem: person.problem ?? (isTaken ? 'taken' : null) }];
  });
}

/** Letters and digits that are not taken for one another. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A first passphrase of four groups of five, drawn by chance. */
export function drawPassphrase(): string {
  const groups = Array.from({ length: 4 }, () => Array.from({ length: 5 }, drawLetter).join(''));
  return groups.join('-');
}

function drawLetter(): string {
  const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1));
  return letters[drawn % letters.length] ?? '';
}
