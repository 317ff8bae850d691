import type { Bilingual } from '#contract/ground/common';
import type { PrintedPage } from '#contract/ground/printedPage';
import type { Language } from './language.ts';
import { Markup, markup } from './markup.ts';
import { style } from './style.ts';

export interface Paper {
  readonly language: Language;
  readonly title: string;
  /** "PROTECTED B / PROTÉGÉ B" or what the workspace has set. */
  readonly marking: string;
  /** At the head and the foot of each page: what the paper is about, and when it was made. */
  readonly about: string;
  readonly made: string;
  readonly body: readonly Markup[];
  /** Style rules added to those of every paper. */
  readonly style?: string;
}

/** Repeated on every page. The program that prints sets its own style there, so each line says its size. */
export function band(left: string, middle: Markup | string, right: Markup | string): Markup {
  return markup`<div style="width:100%;margin:0 0.6in;display:flex;justify-content:space-between;font:7.5pt Arial,Helvetica,'Liberation Sans',sans-serif;color:#3c4650"><span style="flex:1">${left}</span><span style="font-weight:700;color:#9c1c1c">${middle}</span><span style="flex:1;text-align:right">${right}</span></div>`;
}

/** A static document in one language, ready to be printed. */
export function paperPage({ language, title, marking, about, made, body, style: own = '' }: Paper): PrintedPage {
  const html = markup`<!doctype html><html lang="${language.tag}"><head><meta charset="utf-8"><title>${title}</title><style>${new Markup(style + own)}</style></head><body><main><p class="marking">${marking}</p><h1>${title}</h1>${body}</main></body></html>`;
  return {
    html: html.text,
    header: band(about, marking, title).text,
    footer: band(made, marking, markup`Page <span class="pageNumber"></span> / <span class="totalPages"></span>`).text,
  };
}

export const heading = (language: Language, text: Bilingual): Markup => markup`<h2>${language.say(text)}</h2>`;
export const paragraph = (text: string): Markup => markup`<p>${text}</p>`;
