import { Button, Group, Stack, Textarea } from '@mantine/core';
import { getHotkeyHandler, useDisclosure } from '@mantine/hooks';
import { useRef } from 'react';
import type { Output } from '#contract/index';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { orNull } from '../../../lib/blanks.ts';
import { useFocusOnMount } from '../../../lib/useFocusOnMount.ts';
import { useScreenKeys } from '../../../lib/screenKeys.ts';
import { DraftNotice } from '../../../ui/DraftNotice.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import { MeanwhileNotice } from '../../../ui/MeanwhileNotice.tsx';
import shared from '../../../ui/Shared.module.css';
import { useMethodForm } from '../../../ui/useMethodForm.ts';
import type { FilePartProps } from './fileParts.ts';
import classes from './FirstScreen.module.css';

/** What comes next in the file, written where it is read; it stays with the file when its lead changes. */
export function NextStep({ detail: { investigation, isElsewhere } }: FilePartProps) {
  const t = useText();
  const [isOpen, { open, close }] = useDisclosure();
  const read = useRead('handover.nextStep', { investigationId: investigation.id });
  const isOver = investigation.concludedOn !== null || isElsewhere;
  useScreenKeys(isOver ? [] : [{ keys: 'E', label: t('investigations:step.nextStep'), run: open }]);
  if (read.data === undefined) return read.error === null ? null : <FailureAlert failure={read.error.failure} />;
  const { text } = read.data;
  if (isOver && text === null) return null;
  const title = t('codes:field.nextStep');
  return (
    <section aria-label={title}>
      <h2 className={shared.headingAbove}>{title}</h2>
      {isOpen && <NextStepForm file={investigation} saved={read.data} onClose={close} />}
      {!isOpen && isOver && <p className={classes.step}>{text}</p>}
      {!isOpen && !isOver && (
        <button type="button" className={classes.step} data-none={text === null || undefined} onClick={open}>
          <span>{text ?? t('fileWork:nextStep.hint')}</span> <KeyHint keys="E" />
        </button>
      )}
    </section>
  );
}

interface NextStepFormProps {
  readonly file: FilePartProps['detail']['investigation'];
  readonly saved: Output<'handover.nextStep'>;
  readonly onClose: () => void;
}

function NextStepForm({ file, saved, onClose }: NextStepFormProps) {
  const t = useText();
  const element = useRef<HTMLFormElement>(null);
  const field = useFocusOnMount<HTMLTextAreaElement>();
  const { form, sending } = useMethodForm('handover.setNextStep', {
    values: { text: saved.text ?? '' },
    toInput: ({ text }) => ({ investigationId: file.id, version: saved.version, text: orNull(text) }),
    names: { text: t('codes:field.nextStep') },
    draft: { form: 'next_step', subject: file.id, unitId: file.unitId },
    onDone: onClose,
  });
  const keys = getHotkeyHandler([
    ['mod+Enter', () => element.current?.requestSubmit()],
    ['Escape', onClose],
  ]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a shorthand for its buttons
    <form ref={element} onSubmit={sending.onSubmit} onKeyDown={keys}>
      <Stack gap="xs">
        {sending.failure !== null && <FailureAlert failure={sending.failure} />}
        {sending.meanwhile.map((field) => (
          <MeanwhileNotice key={field.name} field={field} />
        ))}
        <DraftNotice draft={sending.draft} />
        <Textarea
          aria-label={t('codes:field.nextStep')}
          placeholder={t('fileWork:nextStep.hint')}
          ref={field}
          autosize
          minRows={2}
          maxRows={8}
          {...form.getInputProps('text')}
        />
        <Group gap="xs">
          <Button size="compact-sm" type="submit" loading={sending.isBusy} disabled={sending.meanwhile.length > 0}>
            {t('fileWork:nextStep.submit')}
          </Button>
          <Button size="compact-sm" variant="default" disabled={sending.isBusy} onClick={onClose}>
            {t('common:cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
