import type { Bilingual } from '#contract/ground/common';
import codesV1 from './codes.v1.json' with { type: 'json' };

type Lists = typeof codesV1;

/** The words of a code, as the screens say it; a code that no list knows any more stands for itself. */
export function codeWord(list: keyof Lists, code: string | null): Bilingual | undefined {
  return code === null ? undefined : (codesV1[list] as Readonly<Record<string, Bilingual>>)[code];
}
