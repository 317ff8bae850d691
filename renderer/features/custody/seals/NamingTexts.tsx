import { Checkbox } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { NamingText } from '#contract/custody/seals';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { Notice } from '../../../ui/Notice.tsx';

interface NamingTextsProps {
  readonly texts: readonly NamingText[];
  /** By their ids. */
  readonly chosen: readonly string[];
  readonly onChoose: (ids: readonly string[]) => void;
}

/** The notes and corrections that may be sealed with the person. */
export function sealable(texts: readonly NamingText[]) {
  return texts.filter(({ isSealable }) => isSealable).flatMap(({ note, correction }) => note ?? correction ?? []);
}

/** What names a person who is about to be sealed: by file and number, never by its words. */
export function NamingTexts({ texts, chosen, onChoose }: NamingTextsProps) {
  const t = useText();
  const format = useFormat();
  if (texts.length === 0) return <p>{t('records:seal.naming.none')}</p>;
  const own = sealable(texts);
  const others = texts.filter(({ isSealable }) => !isSealable);
  return (
    <Notice tone="dueSoon" icon={IconAlertTriangle} title={t('records:seal.naming.title', { count: texts.length })}>
      <p>{t('records:seal.naming.hint')}</p>
      {own.length > 0 && (
        <Checkbox.Group
          mt="xs"
          size="sm"
          label={t('records:seal.naming.sealed')}
          value={[...chosen]}
          onChange={(ids) => {
            onChoose(ids);
          }}
        >
          {own.map((each) => (
            <Checkbox
              key={each.id}
              mt={4}
              size="xs"
              value={each.id}
              label={
                'position' in each
                  ? t('records:seal.naming.note', { position: each.position })
                  : t('records:seal.naming.correction', {
                      record: t(`codes:correctedRecord.${each.record}`),
                      at: format.instant(each.at),
                    })
              }
            />
          ))}
        </Checkbox.Group>
      )}
      {others.length > 0 && (
        <>
          {/* What waits for its review cannot be changed. */}
          <p>{t(`records:seal.naming.${others.every(({ isToReview }) => isToReview) ? 'notSealed' : 'others'}`)}</p>
          <ul>
            {others.map(({ file, number, what, note, isToReview }, index) => (
              <li key={note?.id ?? `${file.id} ${what} ${String(index)}`}>
                {t(`records:seal.naming.what.${isToReview ? 'correctionToReview' : what}`, {
                  number,
                  position: note?.position ?? 0,
                })}
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}
