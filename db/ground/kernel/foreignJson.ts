/** Our own files are a dozen levels deep. */
export const deepestJson = 64;

/** Reads JSON of others. Throws where it is none or is nested deeper than any file of ours: whoever walks through it calls itself for each level. */
export function parseForeignJson(text: string): unknown {
  let depth = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[{\]}]/gs)) {
    if (token === '[' || token === '{') depth += 1;
    else if (token === ']' || token === '}') depth -= 1;
    if (depth > deepestJson) throw new SyntaxError('nested too deep');
  }
  return JSON.parse(text);
}
