import { z } from 'zod';
import type { Translate } from '../../../i18n/text.ts';

const field = z.enum([
  'format',
  'version',
  'name',
  'validFrom',
  'validTo',
  'indicators',
  'code',
  'definition',
  'numerator',
  'denominator',
  'method',
  'unitOfMeasure',
  'limits',
  'source',
  'collection',
  'total',
  'direction',
  'frequency',
  'owner',
  'disaggregations',
  'categories',
  'outcome',
  'baseline',
  'target',
  'changeThreshold',
]);
const language = z.enum(['en', 'fr']);

/** A field of a framework's file in words: `name.fr` is the name in French. One that Vigie does not know keeps its own. */
export function fieldName(t: Translate, path: string): string {
  const [head = '', ...rest] = path.split('.');
  const known = field.safeParse(head);
  const name = known.success ? t(`frameworks:field.${known.data}`) : head;
  const last = language.safeParse(rest.at(-1));
  if (last.success) return t('frameworks:inLanguage', { field: name, language: t(`codes:language.${last.data}`) });
  return rest.length === 0 ? name : `${name} (${rest.join(', ')})`;
}
