import type { Parts } from './archive.ts';

/** The date formats that every workbook has: ECMA-376 part 1, section 18.8.30. */
const dateFormats = new Set(['14', '15', '16', '17', '22', '30', '36', '50', '57']);
/** Year, month and day in the reader's own order. */
const shortDate = '14';

interface DateStyle {
  readonly part: string;
  /** The style of a cell that is to hold a date: its own where that shows dates, otherwise its own with the format of one. */
  readonly forDates: (style: string | null) => string | null;
  /** Of the text of the styles, with those that were asked for. */
  readonly rewrite: (text: string) => string;
}

const attribute = (tag: string, name: string): string | null =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? null;

/** Formats of the workbook's own that name a year or a day. */
function ownDateFormats(text: string): ReadonlySet<string> {
  const tags = text.match(/<(?:\w+:)?numFmt\s[^>]*>/g) ?? [];
  return new Set(
    tags.flatMap((tag) => {
      const code = (attribute(tag, 'formatCode') ?? '').replace(/\[[^\]]*\]|"[^"]*"|&quot;.*?&quot;|\\./g, '');
      return /[yd]/i.test(code) ? [attribute(tag, 'numFmtId') ?? ''] : [];
    }),
  );
}

function withFormat(xf: string): string {
  const open = /^<[^>]*?(?=\/?>)/.exec(xf)?.[0] ?? xf;
  const kept = open.replace(/\s(?:numFmtId|applyNumberFormat)="[^"]*"/g, '').trimEnd();
  return `${kept} numFmtId="${shortDate}" applyNumberFormat="1"${xf.slice(open.length)}`;
}

/** Styles for dates in a workbook of someone else's; every style that it has stays as it is. */
export function dateStyle(parts: Parts, workbook: string): DateStyle {
  const part = `${workbook.slice(0, workbook.lastIndexOf('/') + 1)}styles.xml`;
  const text = new TextDecoder().decode(parts.get(part));
  const list = /<((?:\w+:)?)cellXfs\b[^>]*>([\s\S]*?)<\/\1cellXfs>/.exec(text);
  const xfs = list?.[2]?.match(/<(?:\w+:)?xf\b[^>]*?(?:\/>|>[\s\S]*?<\/(?:\w+:)?xf>)/g) ?? [];
  const own = ownDateFormats(text);
  const added: string[] = [];
  const places = new Map<string, string>();
  return {
    part,
    forDates: (style) => {
      const key = style ?? '0';
      const xf = xfs[Number(key)];
      if (xf === undefined) return style;
      const format = attribute(xf, 'numFmtId') ?? '0';
      if (dateFormats.has(format) || own.has(format)) return style;
      const held = places.get(key);
      if (held !== undefined) return held;
      const place = String(xfs.length + added.length);
      added.push(withFormat(xf));
      places.set(key, place);
      return place;
    },
    rewrite: (before) => {
      if (added.length === 0 || !list) return before;
      const count = String(xfs.length + added.length);
      const head = list[0].slice(0, list[0].indexOf('>') + 1).replace(/\scount="[^"]*"/, ` count="${count}"`);
      const tail = `</${list[1] ?? ''}cellXfs>`;
      return before.replace(list[0], () => `${head}${list[2] ?? ''}${added.join('')}${tail}`);
    },
  };
}
