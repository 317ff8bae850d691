import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ExchangeReading } from '#contract/custody/deconfliction';
import type { FileGrant } from '#contract/ground/ids';
import { useWrite } from '../../../bridge/queries.ts';
import { useSession } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { useScreenKeys } from '../../../lib/screenKeys.ts';
import { useNames } from '../../../lib/useNames.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { FieldRow } from '../../../ui/FieldRow.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Exchanges.module.css';
import { useSavedFile, type SavedFile } from './useSavedFile.ts';
import { WrittenFile } from './WrittenFile.tsx';

interface AnswerProps {
  /** The request, which the store reads again. */
  readonly file: FileGrant;
  readonly reading: ExchangeReading;
  readonly references: readonly string[];
}

/** The reply: how many references match, which, and with whom to speak. */
export function Answer({ file, reading, references }: AnswerProps) {
  const t = useText();
  const people = useNames().people.filter(({ hasAccess }) => hasAccess);
  const { user } = useSession();
  const reply = useWrite('exchanges.reply');
  const [officer, setOfficer] = useState(user.id);
  const [reach, setReach] = useState('');
  const [written, setWritten] = useState<SavedFile | null>(null);
  const place = useSavedFile((chosen) => {
    const input = { place: file, references: [...references], officer, reach: reach.trim() === '' ? null : reach };
    reply.mutate(
      { ...input, file: chosen.grant },
      {
        onSuccess: () => {
          setWritten(chosen);
        },
      },
    );
  });
  const label = t('exchanges:answer.submit', { count: references.length });
  const run = () => {
    setWritten(null);
    place.pick(`${reading.name} 3.vigieexchange`);
  };
  useScreenKeys([{ keys: 'mod+Enter', label, run }]);
  const failure = place.failure ?? reply.error?.failure ?? null;
  return (
    <div className={classes.answer}>
      <h3>{t('exchanges:answer.title')}</h3>
      <p className={shared.none}>{t('exchanges:answer.text')}</p>
      <div className={classes.fields}>
        <FieldRow>
          <Choice
            label={t('exchanges:answer.officer')}
            options={people.map(({ id, displayName }) => ({ value: id, label: displayName }))}
            value={officer}
            onChange={(chosen) => {
              setOfficer(people.find(({ id }) => id === chosen)?.id ?? user.id);
            }}
          />
          <TextInput
            label={t('exchanges:answer.reach')}
            maxLength={120}
            value={reach}
            onChange={(event) => {
              setReach(event.currentTarget.value);
            }}
          />
        </FieldRow>
      </div>
      {failure !== null && <FailureAlert failure={failure} />}
      <Button onClick={run} loading={place.isPending || reply.isPending}>
        {label}
      </Button>
      {written !== null && reply.data !== undefined && (
        <WrittenFile
          title={t('exchanges:answer.done', { name: written.name, count: reply.data.matches })}
          grant={written.grant}
        >
          {t('exchanges:file.next')}
        </WrittenFile>
      )}
    </div>
  );
}
