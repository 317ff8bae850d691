import type { PrintedPage } from '#contract/ground/printedPage';
import { band } from '../../../documents/page/page.ts';
import type { Snapshot } from '../locked.ts';
import { cover, proof } from './cover.ts';
import { languagesOf } from '../../../documents/page/language.ts';
import { Markup, markup } from '../../../documents/page/markup.ts';
import { part, sectionsOf } from './part.ts';
import { style } from '../../../documents/page/style.ts';
import { words } from '../printedWords.ts';

/** `return.pdf` before it is printed: one static document, made from the locked snapshot alone. */
export function printedReturn(snapshot: Snapshot): PrintedPage {
  const { content, locked } = snapshot;
  const { agreement, marking, quarter } = content;
  const order = languagesOf(agreement.languages);
  const both = (text: { readonly en: string; readonly fr: string }): string =>
    [...new Set(order.map((language) => language.say(text)))].join(' / ');
  const quarters = order.map((language) => language.quarter(quarter)).join(' / ');
  const sections = sectionsOf(content);
  const parts = order.map((language) => ({ language, sections }));
  const body = markup`<!doctype html><html lang="${order[0]?.tag ?? 'en-CA'}"><head><meta charset="utf-8"><title>${both(words.title)} - ${agreement.code} - ${quarters}</title><style>${new Markup(style)}</style></head><body>${cover(snapshot, parts)}<main>${parts.map(({ language }) => markup`${part(content, sections, language)}${proof(snapshot, language)}`)}</main></body></html>`;
  return {
    html: body.text,
    header: band(`${agreement.code}, ${quarters}`, marking, both(words.title)).text,
    footer: band(
      `${both(words.version)} ${locked.sequence} · ${locked.contentHash.slice(0, 16)}`,
      marking,
      markup`Page <span class="pageNumber"></span> / <span class="totalPages"></span>`,
    ).text,
  };
}
