import { Button, Checkbox, CloseButton, TextInput } from '@mantine/core';
import { getHotkeyHandler, useDebouncedValue, useDisclosure } from '@mantine/hooks';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { InvestigationId } from '#contract/ground/ids';
import type { Output } from '#contract/index';
import { line } from '#contract/ground/common';
import { referralSource } from '#contract/ground/codes';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import type { Names } from '../../../lib/useNames.ts';
import { HeldElsewhere } from '../persons/HeldElsewhere.tsx';
import { KnownFiles } from '../persons/KnownFiles.tsx';
import { LinkButton } from '../persons/LinkButton.tsx';
import { Choice } from '../../../ui/Choice.tsx';
import { DateField } from '../../../ui/DateField.tsx';
import { DraftNotice } from '../../../ui/DraftNotice.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { ReferralLink } from './ReferralLink.tsx';
import { OptionalFields } from './OptionalFields.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Referrals.module.css';
import { readIdentifiers } from './readIdentifiers.ts';
import { useQuickEntry, type QuickValues } from './useQuickEntry.ts';

interface QuickEntryProps {
  readonly names: Names;
  readonly onClose: () => void;
  /** How often it was asked for: the cursor comes to it each time. */
  readonly asked: number;
}

/** A referral in one line: Tab through, Ctrl+Enter saves and leaves the cursor for the next. */
export function QuickEntry({ names, onClose, asked }: QuickEntryProps) {
  const t = useText();
  const { form, draft, save, linking, submit, logged, isBlank } = useQuickEntry(names);
  const [hasMore, more] = useDisclosure(false);
  const { open: showMore } = more;
  useEffect(() => {
    // What a draft brings back is seen.
    if (draft.takenUpFrom !== null) showMore();
  }, [draft.takenUpFrom, showMore]);
  const held = useDuplicates(form.values);
  const source = useRef<HTMLSelectElement>(null);
  const element = useRef<HTMLFormElement>(null);
  useEffect(() => {
    source.current?.focus();
  }, [asked]);
  const line = useRef<HTMLDivElement>(null);
  const number = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // What was accepted or added for the last one is gone: the next begins on the line.
    if (logged !== null && line.current?.contains(document.activeElement) !== true) number.current?.focus();
  }, [logged]);
  const onKeyDown = getHotkeyHandler([
    ['mod+Enter', () => element.current?.requestSubmit()],
    ['mod+.', more.toggle],
    // What was typed is not lost to a stray key: the button closes in any case.
    ['Escape', isBlank ? onClose : () => undefined],
  ]);

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- shorthands for its buttons
    <form
      ref={element}
      className={classes.entry}
      aria-label={t('referrals:log.title')}
      onSubmit={submit}
      onKeyDown={onKeyDown}
    >
      <div className={classes.entryHead}>
        <h2 className={shared.title}>{t('referrals:log.title')}</h2>
        <span className={classes.logged} role="status">
          {logged !== null && (
            <>
              {t('referrals:log.done')} <ReferralLink id={logged.id} number={names.fileNumber(logged)} />
            </>
          )}
        </span>
        <CloseButton size="sm" aria-label={t('common:close')} onClick={onClose} />
      </div>
      <DraftNotice draft={draft} />
      <div ref={line} className={classes.line} data-units={names.units.length > 1 ? 'several' : 'one'}>
        <Choice
          ref={source}
          label={t('codes:field.source')}
          options={referralSource.options.map((each) => ({ value: each, label: t(`codes:referralSource.${each}`) }))}
          {...form.getInputProps('source')}
        />
        <DateField label={t('codes:field.receivedOn')} {...form.getInputProps('receivedOn')} />
        {names.units.length > 1 && (
          <Choice
            label={t('codes:heading.unit')}
            options={names.units.map((unit) => ({ value: unit.id, label: unit.code }))}
            {...form.getInputProps('unitId')}
          />
        )}
        <TextInput
          ref={number}
          label={t('codes:field.externalNumber')}
          autoComplete="off"
          spellCheck={false}
          {...form.getInputProps('externalNumber')}
        />
        <div className={classes.buttons}>
          <Button type="submit" loading={save.isPending} rightSection={<KeyHint keys="mod+Enter" />}>
            {t('referrals:log.save')}
          </Button>
          <Button
            variant="default"
            aria-expanded={hasMore}
            onClick={more.toggle}
            rightSection={<KeyHint keys="mod+." />}
          >
            {hasMore ? t('referrals:log.less') : t('referrals:log.more')}
          </Button>
        </div>
      </div>
      {hasMore && <OptionalFields form={form} />}
      <Beside
        {...held}
        unitId={form.values.unitId}
        accept={form.getInputProps('acceptDuplicate', { type: 'checkbox' })}
        onLink={(to) => {
          submit(undefined, to);
        }}
      />
      {linking.failure !== null && (
        <div className={classes.beside}>
          <FailureAlert failure={linking.failure} />
        </div>
      )}
      {save.error !== null && save.error.failure.reason !== 'duplicate_external_number' && (
        <div className={classes.beside}>
          <FailureAlert failure={save.error.failure} />
        </div>
      )}
    </form>
  );
}

type Held = Output<'referrals.duplicates'>;

interface BesideProps extends Held {
  readonly unitId: string;
  readonly accept: object;
  readonly onLink: (to: InvestigationId) => void;
}

function Beside({ files, elsewhere, heldBack, unitId, accept, onLink }: BesideProps) {
  const t = useText();
  const count = files.length + elsewhere.length;
  if (count === 0 && heldBack === null) return null;
  return (
    <div className={classes.beside}>
      <Notice
        tone="dueSoon"
        icon={IconAlertTriangle}
        title={heldBack === null ? t('persons:alike.title', { count }) : t('errors:reason.number_held_back.title')}
      >
        {heldBack !== null && <p>{t(`referrals:duplicate.heldBack.${heldBack}`)}</p>}
        <KnownFiles
          files={files}
          actOf={(each) => each.unitId === unitId && <LinkButton file={each} does="saveAndLink" onLink={onLink} />}
        />
        <HeldElsewhere elsewhere={elsewhere} />
        {heldBack !== 'unsaid' && <Checkbox mt="sm" label={t('referrals:duplicate.accept')} {...accept} />}
      </Notice>
    </div>
  );
}

const nothingHeld: Held = { files: [], elsewhere: [], heldBack: null };

function useDuplicates({ externalNumber, identifiers }: QuickValues): Held {
  const [typed] = useDebouncedValue(externalNumber.trim(), 150);
  const [lines] = useDebouncedValue(identifiers, 300);
  const number = typed.length >= 3 && line(60).safeParse(typed).success && externalNumber.trim() !== '' ? typed : null;
  const sought = readIdentifiers(lines);
  const isAskable = number !== null || (sought.length > 0 && identifiers.trim() !== '');
  const found = useRead(
    'referrals.duplicates',
    { externalNumber: number, identifiers: sought },
    { enabled: isAskable },
  );
  return isAskable ? (found.data ?? nothingHeld) : nothingHeld;
}
