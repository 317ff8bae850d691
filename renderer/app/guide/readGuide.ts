import { lexer, type Token, type Tokens } from 'marked';

/** A stretch of the guide that begins with a heading: `place` is empty before the first chapter. */
export interface GuidePart {
  readonly place: string;
  readonly heading: Tokens.Heading | null;
  readonly tokens: readonly Token[];
}

/** The guide cut at its chapters and their parts, numbered in their order. */
export function readGuide(text: string): readonly GuidePart[] {
  const parts: { place: string; heading: Tokens.Heading | null; tokens: Token[] }[] = [
    { place: '', heading: null, tokens: [] },
  ];
  let chapter = 0;
  let part = 0;
  for (const token of lexer(text)) {
    const heading = token.type === 'heading' ? (token as Tokens.Heading) : null;
    if (heading === null || heading.depth === 1) {
      if (heading === null) parts.at(-1)?.tokens.push(token);
      continue;
    }
    if (heading.depth === 2) part = 0;
    if (heading.depth === 2) chapter += 1;
    else part += 1;
    const place = heading.depth === 2 ? String(chapter) : `${String(chapter)}.${String(part)}`;
    parts.push({ place, heading, tokens: [] });
  }
  return parts;
}
