import { paperColours } from './palette.ts';

function colourOf(name: string): string {
  const colour = paperColours[name];
  if (colour === undefined) throw new Error(`A drawing uses ${name}, which has no colour on paper.`);
  return colour;
}

/**
 * A drawing of Observable Plot as self-contained markup: no style sheet, no class and no variable of the page, in the font of what is around it.
 * @param markup of an `svg` element, as XMLSerializer writes it
 */
export function plainChart(markup: string): string {
  return markup
    .replace(/^<svg [^>]*>/, (root) => root.replace(/ font-(?:size|family)="[^"]*"/g, ''))
    .replace(/<style\b[^>]*>.*?<\/style>/gs, '')
    .replace(/ (?:style|class|xmlns:xlink)="[^"]*"/g, '')
    .replace(/var\((--[\w-]+)\)/g, (_, name: string) => colourOf(name));
}
