import { markup, type Markup } from '../markup.ts';
import { inks, type PaperFigure } from './axes.ts';

/**
 * A figure as an image with its text alternative: the PDF then holds one Figure element whose `Alt` says what it shows.
 * An SVG in the text itself would be tagged letter by letter.
 */
export function picture({ width, height, content, alternative }: PaperFigure): Markup {
  const svg = markup`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="Arial, Helvetica, 'Liberation Sans', sans-serif" font-size="9" fill="${inks.text}">${content}</svg>`;
  const data = Buffer.from(svg.text, 'utf8').toString('base64');
  return markup`<img src="data:image/svg+xml;base64,${data}" width="${width}" height="${height}" alt="${alternative}">`;
}

/** A figure with its number, a word of both languages, and its caption as text. */
export function captioned(number: number, figure: PaperFigure): Markup {
  return markup`<div class="figure">${picture(figure)}<p class="caption"><strong>Figure ${number}.</strong> ${figure.caption}</p></div>`;
}
