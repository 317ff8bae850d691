import { markup, type Markup } from '../page/markup.ts';
import { inks, type PaperFigure } from './axes.ts';

/** The figure as an SVG document of its own. */
export function svgOf({ width, height, content }: PaperFigure, family: string): string {
  return markup`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="${family}" font-size="9" fill="${inks.text}">${content}</svg>`
    .text;
}

/**
 * A figure as an image with its text alternative: the PDF then holds one Figure element whose `Alt` says what it shows.
 * An SVG in the text itself would be tagged letter by letter.
 */
export function picture(figure: PaperFigure): Markup {
  const svg = svgOf(figure, "Arial, Helvetica, 'Liberation Sans', sans-serif");
  const data = Buffer.from(svg, 'utf8').toString('base64');
  return markup`<img src="data:image/svg+xml;base64,${data}" width="${figure.width}" height="${figure.height}" alt="${figure.alternative}">`;
}

/** A figure with its number, a word of both languages, and its caption as text. */
export function captioned(number: number, figure: PaperFigure): Markup {
  return markup`<div class="figure">${picture(figure)}<p class="caption"><strong>Figure ${number}.</strong> ${figure.caption}</p></div>`;
}
