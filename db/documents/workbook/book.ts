import { SaxesParser } from 'saxes';
import { z } from 'zod';
import type { Parts } from './archive.ts';
import { localName } from './xml.ts';

export interface Book {
  /** The part that lists the sheets. */
  readonly main: string;
  readonly from1904: boolean;
  /** In the workbook's order; charts that have a tab of their own are none. */
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  /** The part of another kind that the main one names, by the end of its type. */
  readonly partOf: (type: string) => string | undefined;
}

interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** The tags of a part, without the prefixes of their names; none where it is not XML. */
function tagsOf(parts: Parts, name: string): readonly Tag[] {
  const bytes = parts.get(name);
  const tags: Tag[] = [];
  const errors: Error[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    errors.push(error);
  });
  parser.on('opentag', (tag) => {
    tags.push({ name: localName(tag.name), attributes: tag.attributes });
  });
  if (bytes) parser.write(new TextDecoder().decode(bytes)).close();
  return errors.length > 0 ? [] : tags;
}

/** A target is named from the folder of the part that names it, or from the root. */
function resolved(folder: string, target: string): string {
  const steps = target.startsWith('/') ? [] : folder.split('/').filter((each) => each !== '');
  for (const step of target.split('/'))
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  return steps.join('/');
}

/** What follows the dot in the name of a workbook of this type: under another, a spreadsheet program refuses it. */
export const bookEnding = z.enum(['xlsx', 'xlsm', 'xltx', 'xltm']);
export type BookEnding = z.infer<typeof bookEnding>;

export function endingOf(parts: Parts): BookEnding {
  const main = `/${mainPart(parts)}`.toLowerCase();
  const found = tagsOf(parts, '[Content_Types].xml').find(
    ({ attributes }) => attributes['PartName']?.toLowerCase() === main,
  );
  const type = found?.attributes['ContentType'] ?? '';
  const hasMacros = type.includes('.macroEnabled.');
  if (type.includes('.template.')) return hasMacros ? 'xltm' : 'xltx';
  return hasMacros ? 'xlsm' : 'xlsx';
}

export const packagePart = '_rels/.rels';

/** The main part, which the package names; where most programs put it otherwise. */
export function mainPart(parts: Parts): string {
  const main = tagsOf(parts, packagePart).find(({ attributes }) => attributes['Type']?.endsWith('/officeDocument'));
  return main?.attributes['Target'] === undefined ? 'xl/workbook.xml' : resolved('', main.attributes['Target']);
}

/** What names the parts that belong to a part. */
export function relationsOf(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** What a workbook is made of. `parts` holds at least the package's, the main one and its relations; `has` knows all. */
export function bookOf(parts: Parts, has: (part: string) => boolean): Book {
  const main = mainPart(parts);
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const relations = tagsOf(parts, relationsOf(main))
    .filter(({ name }) => name === 'Relationship')
    .map(({ attributes }) => ({
      id: attributes['Id'] ?? '',
      type: attributes['Type'] ?? '',
      part: resolved(folder, attributes['Target'] ?? ''),
    }));
  const sheetPart = new Map(
    relations.filter(({ type }) => type.endsWith('/worksheet')).map(({ id, part }) => [id, part]),
  );
  const tags = tagsOf(parts, main);
  return {
    main,
    from1904: tags.some(
      ({ name, attributes }) => name === 'workbookPr' && ['1', 'true'].includes(attributes['date1904'] ?? ''),
    ),
    sheets: tags.flatMap(({ name, attributes }) => {
      if (name !== 'sheet') return [];
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      const part = sheetPart.get(id);
      return part === undefined || !has(part) ? [] : [{ name: attributes['name'] ?? '', part }];
    }),
    partOf: (type) => relations.find((each) => each.type.endsWith(`/${type}`))?.part,
  };
}
