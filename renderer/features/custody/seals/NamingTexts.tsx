import { Checkbox } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { NoteId } from '#contract/ground/ids';
import type { NamingText } from '#contract/custody/seals';
import { useText } from '../../../i18n/text.ts';
import { Notice } from '../../../ui/Notice.tsx';

interface NamingTextsProps {
  readonly fileId: string;
  readonly texts: readonly NamingText[];
  readonly chosen: readonly NoteId[];
  readonly onChoose: (notes: readonly NoteId[]) => void;
}

/** The notes of a file that name the person: they may be sealed with them. */
export function notesToSeal(texts: readonly NamingText[], fileId: string) {
  return texts.flatMap(({ investigationId, note }) => (note !== null && investigationId === fileId ? [note] : []));
}

/** What names a person who is about to be sealed: by file and number, never by its words. */
export function NamingTexts({ fileId, texts, chosen, onChoose }: NamingTextsProps) {
  const t = useText();
  if (texts.length === 0) return <p>{t('records:seal.naming.none')}</p>;
  const own = notesToSeal(texts, fileId);
  const others = texts.filter(({ investigationId, note }) => note === null || investigationId !== fileId);
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
            onChoose(own.map(({ id }) => id).filter((id) => ids.includes(id)));
          }}
        >
          {own.map(({ id, position }) => (
            <Checkbox key={id} mt={4} size="xs" value={id} label={t('records:seal.naming.note', { position })} />
          ))}
        </Checkbox.Group>
      )}
      {others.length > 0 && (
        <>
          <p>{t('records:seal.naming.others')}</p>
          <ul>
            {others.map(({ investigationId, number, what, note }, index) => (
              <li key={note?.id ?? `${investigationId} ${what} ${String(index)}`}>
                {note === null
                  ? t(`records:seal.naming.what.${what}`, { number, position: 0 })
                  : t('records:seal.naming.what.note', { number, position: note.position })}
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}
