import { Button, Group, Stack, type ModalProps } from '@mantine/core';
import { getHotkeyHandler } from '@mantine/hooks';
import { useRef, type ReactNode, type SubmitEventHandler } from 'react';
import type { Failure } from '#contract/ground/errors';
import { useText } from '../i18n/text.ts';
import type { Draft } from '../lib/useDraft.ts';
import { Dialog } from './Dialog.tsx';
import { DraftNotice } from './DraftNotice.tsx';
import { FailureAlert } from './FailureAlert.tsx';
import classes from './FormDialog.module.css';
import { MeanwhileNotice } from './MeanwhileNotice.tsx';
import { ServerAway } from './ServerAway.tsx';
import type { Meanwhile } from './useMeanwhile.ts';

interface FormDialogProps {
  readonly title: string;
  readonly size?: ModalProps['size'];
  /** Says what happens: "Assign 3 referrals". */
  readonly submit: string;
  /** Absent: "Cancel". */
  readonly cancel?: string | undefined;
  readonly isBusy: boolean;
  readonly isDisabled?: boolean;
  readonly failure: Failure | null;
  /** Fields that somebody else changed too: the user chooses before the form is sent. */
  readonly meanwhile?: readonly Meanwhile[];
  readonly draft?: Pick<Draft, 'takenUpFrom' | 'startAfresh'>;
  readonly onSubmit: SubmitEventHandler<HTMLFormElement>;
  readonly onClose: () => void;
  /** Another act on the same record, away from the buttons that send the form. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A short form over the page, mounted while it is open. Ctrl+Enter sends it from any of its fields. */
export function FormDialog(props: FormDialogProps) {
  const t = useText();
  const {
    title,
    size = 'md',
    submit,
    cancel,
    isBusy,
    isDisabled = false,
    failure,
    meanwhile = [],
    draft,
    onSubmit,
    onClose,
    aside,
    children,
  } = props;
  const form = useRef<HTMLFormElement>(null);
  return (
    <Dialog onClose={onClose} isBusy={isBusy} title={title} size={size} classNames={{ content: classes.content ?? '' }}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a shorthand for its button */}
      <form
        ref={form}
        onSubmit={onSubmit}
        onKeyDown={getHotkeyHandler([['mod+Enter', () => form.current?.requestSubmit()]])}
      >
        <Stack gap="md">
          {failure !== null && <FailureAlert failure={failure} />}
          {meanwhile.map((field) => (
            <MeanwhileNotice key={field.name} field={field} />
          ))}
          {draft !== undefined && <DraftNotice draft={draft} />}
          {children}
          <Group justify="flex-end" gap="sm" className={classes.actions ?? ''}>
            {aside !== undefined && <div className={classes.aside}>{aside}</div>}
            <Button variant="default" disabled={isBusy} onClick={onClose}>
              {cancel ?? t('common:cancel')}
            </Button>
            <Button type="submit" loading={isBusy} disabled={isDisabled || meanwhile.length > 0}>
              {submit}
            </Button>
          </Group>
          {/* Last: it comes and goes by itself, and would move the buttons under a click. */}
          {failure === null && <ServerAway />}
        </Stack>
      </form>
    </Dialog>
  );
}
