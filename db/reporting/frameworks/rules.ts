import { type FrameworkFile, type FrameworkProblem, frameworkFile } from '#contract/reporting/frameworks';
import { parseForeignJson } from '../../ground/kernel/foreignJson.ts';
import { computedCode, framework as own } from '../indicators/framework.ts';

export type Parsed =
  | { readonly file: FrameworkFile; readonly problems: readonly [] }
  | { readonly file: null; readonly problems: readonly FrameworkProblem[] };

type Issue = NonNullable<ReturnType<typeof frameworkFile.safeParse>['error']>['issues'][number];
type Code = FrameworkProblem['code'];

function codeOf(issue: Issue, raw: unknown): Code {
  if (issue.code === 'unrecognized_keys') return 'unknown_field';
  if (issue.code === 'invalid_type') return at(raw, issue.path) === undefined ? 'missing' : 'wrong_type';
  return 'not_allowed';
}

function at(raw: unknown, path: readonly PropertyKey[]): unknown {
  let here = raw;
  for (const key of path) {
    if (typeof here !== 'object' || here === null) return undefined;
    here = (here as Readonly<Record<PropertyKey, unknown>>)[key];
  }
  return here;
}

/** Where in the file, in words that its author can find: which indicator, and which field of it. */
function problemOf(issue: Issue, raw: unknown): FrameworkProblem[] {
  const code = codeOf(issue, raw);
  const [head, position, ...rest] = issue.path;
  const isIndicator = head === 'indicators' && typeof position === 'number';
  const named = isIndicator ? at(raw, ['indicators', position, 'code']) : null;
  const within = isIndicator ? rest : issue.path;
  const fields = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...within, key]) : [within];
  return fields.map((field) => ({
    code,
    indicator: isIndicator ? { position: position + 1, code: typeof named === 'string' ? named : null } : null,
    field: field.length === 0 ? null : field.map(String).join('.'),
  }));
}

const ownSources = new Map(own.indicators.map((each) => [each.code, each.source]));
/** Indicators whose further detail in a return is under our code alone. */
const ownPlaceOnly: readonly string[] = ['K1', 'B1', 'B2'];

type Meant = FrameworkFile['indicators'][number];
type Found = readonly [code: Code, field: string];

/** One of our codes means the same in every framework: figures of two quarters are compared by it. */
function meaningOf(each: Meant): readonly Found[] {
  const source = ownSources.get(each.code);
  if (source !== undefined) {
    const isSame = source === each.source && (each.collection !== 'entered' || source === 'entered');
    return isSame ? [] : [['meaning_differs', 'source']];
  }
  return ownPlaceOnly.includes(computedCode(each) ?? '') ? [['meaning_differs', 'code']] : [];
}

function partsOf({ total, numerator, denominator }: Meant): readonly Found[] {
  return total === 'ratio' && (numerator === null || denominator === null)
    ? [['share_without_parts', 'denominator']]
    : [];
}

function categoriesOf({ categories }: Meant): readonly Found[] {
  return new Set(categories.map(({ code }) => code)).size < categories.length ? [['code_twice', 'categories']] : [];
}

/** What no field alone can tell. */
function meaningProblems({ indicators, validFrom, validTo }: FrameworkFile): readonly FrameworkProblem[] {
  const codes = indicators.map(({ code }) => code);
  const found = indicators.flatMap((each, index) => {
    const twice: readonly Found[] = codes.indexOf(each.code) < index ? [['code_twice', 'code']] : [];
    return [...twice, ...meaningOf(each), ...partsOf(each), ...categoriesOf(each)].map(([code, field]) => ({
      code,
      indicator: { position: index + 1, code: each.code },
      field,
    }));
  });
  if (validTo === null || validTo >= validFrom) return found;
  return [{ code: 'ends_before_it_begins', indicator: null, field: 'validTo' }, ...found];
}

/** Reads a framework's file: the framework, or everything that is wrong with it. */
export function parseFramework(text: string): Parsed {
  let raw: unknown;
  try {
    raw = parseForeignJson(text);
  } catch {
    return { file: null, problems: [{ code: 'not_json', indicator: null, field: null }] };
  }
  const parsed = frameworkFile.safeParse(raw);
  if (!parsed.success) return { file: null, problems: parsed.error.issues.flatMap((each) => problemOf(each, raw)) };
  const problems = meaningProblems(parsed.data);
  return problems.length > 0 ? { file: null, problems } : { file: parsed.data, problems: [] };
}
