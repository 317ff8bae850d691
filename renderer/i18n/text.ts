import { useTranslation } from 'react-i18next';
import type { Namespaces } from './namespaces.ts';

type PluralSuffix = '_zero' | '_one' | '_two' | '_few' | '_many' | '_other';
type WithoutPlural<K extends string> = K extends `${infer Stem}${PluralSuffix}` ? Stem : K;

type Paths<T> = {
  [K in keyof T & string]: T[K] extends string ? WithoutPlural<K> : `${K}.${Paths<T[K]>}`;
}[keyof T & string];

/** `namespace:path.to.key`, always with its namespace; plural forms are asked for without their suffix. */
export type TextKey = { [N in keyof Namespaces]: `${N}:${Paths<Namespaces[N]>}` }[keyof Namespaces];

/** `count` chooses the plural form; numbers in a text are written `{{count, number}}`. */
export type TextValues = Readonly<Record<string, string | number>>;

export type Translate = (key: TextKey, values?: TextValues) => string;

/** `const t = useText(); t('codes:riskBand.high')`. Rerenders when the language changes. */
export function useText(): Translate {
  const { t } = useTranslation();
  return t as unknown as Translate;
}
