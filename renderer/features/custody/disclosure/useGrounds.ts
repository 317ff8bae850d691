import type { RedactionGround } from '#contract/custody/disclosure';
import { useRead } from '../../../bridge/queries.ts';
import { useFormat } from '../../../lib/useFormat.ts';

export interface Grounds {
  /** Of those that may still be chosen. */
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly nameOf: (code: string | null) => string;
}

const none: readonly RedactionGround[] = [];

/** The grounds on which something is withheld, in the language on screen. */
export function useGrounds(): Grounds {
  const format = useFormat();
  const grounds = useRead('redactionGrounds.list', {}).data?.grounds ?? none;
  const say = ({ mark, name }: RedactionGround) => `[${mark}] ${format.bilingual(name)}`;
  return {
    options: grounds.filter(({ active }) => active).map((each) => ({ value: each.code, label: say(each) })),
    nameOf: (code) => {
      const held = grounds.find((each) => each.code === code);
      return held === undefined ? '' : say(held);
    },
  };
}
