import { StoreFailure } from './failure.ts';

/** Our own files are a dozen levels deep, and whoever walks through the values calls itself for each level. */
export const deepestJson = 64;
/** A pack of thirty units over ten years has some six hundred thousand. */
const mostValues = 6_000_000;

const codes = { quote: 0x22, backslash: 0x5c, comma: 0x2c, open: [0x5b, 0x7b], close: [0x5d, 0x7d] } as const;

/** Counts what the text would become, in one pass and without making anything of it. */
function requireMeasured(text: string): void {
  let depth = 0;
  let values = 1;
  let inText = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (inText) {
      if (code === codes.backslash) at += 1;
      else if (code === codes.quote) inText = false;
      continue;
    }
    if (code === codes.quote) inText = true;
    else if (code === codes.comma) values += 1;
    else if (code === codes.open[0] || code === codes.open[1]) {
      depth += 1;
      values += 1;
    } else if (code === codes.close[0] || code === codes.close[1]) depth -= 1;
    if (depth > deepestJson || values > mostValues) throw new StoreFailure('invalid_input', 'file_too_complex');
  }
}

/** What a text of someone else's says. Throws as `JSON.parse` does, and `file_too_complex` where it is nested deeper, or has more in it, than any file. */
export function parseForeignJson(text: string): unknown {
  requireMeasured(text);
  return JSON.parse(text);
}
