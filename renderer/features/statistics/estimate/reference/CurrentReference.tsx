import { Button, Group } from '@mantine/core';
import type { StandingReference } from '#contract/statistics/laboratory';
import { useRead, useWrite } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { useOpened } from '../../../../lib/useOpened.ts';
import { ConfirmDialog } from '../../../../ui/ConfirmDialog.tsx';
import { EmptyState } from '../../../../ui/EmptyState.tsx';
import { FailureAlert } from '../../../../ui/FailureAlert.tsx';
import { Fact } from '../../../../ui/FieldRow.tsx';
import { ImportReferenceDialog } from './ImportReferenceDialog.tsx';
import shared from '../../../../ui/Shared.module.css';
import classes from './Reference.module.css';
import { ReferenceFacts } from './ReferenceFacts.tsx';

/** The reference that a unit workspace uses, with its replacement and removal. */
export function CurrentReference() {
  const t = useText();
  const current = useRead('reference.get', {});
  const [opened, { close, opener }] = useOpened<'import' | 'remove'>();
  const reference = current.data?.reference;
  const open = opener('import');
  return (
    <>
      {current.error !== null && <FailureAlert failure={current.error.failure} />}
      {reference === null && (
        <EmptyState
          title={t('laboratory:reference.none')}
          text={t('laboratory:reference.noneText')}
          action={<Button onClick={open}>{t('laboratory:reference.import')}…</Button>}
        />
      )}
      {reference != null && <Described reference={reference} onImport={open} onRemove={opener('remove')} />}
      {opened === 'import' && <ImportReferenceDialog standing={reference ?? null} onClose={close} />}
      {opened === 'remove' && reference != null && <RemoveReference reference={reference} onClose={close} />}
    </>
  );
}

interface DescribedProps {
  readonly reference: StandingReference;
  readonly onImport: () => void;
  readonly onRemove: () => void;
}

function Described({ reference, onImport, onRemove }: DescribedProps) {
  const t = useText();
  const format = useFormat();
  return (
    <section className={classes.panel} aria-labelledby="current-reference">
      <h2 id="current-reference" className={shared.heading}>
        {t('laboratory:reference.standing')}
      </h2>
      <p className={shared.note}>{t('laboratory:reference.standingText')}</p>
      <ReferenceFacts reference={reference}>
        <Fact label={t('laboratory:reference.imported')}>
          {t('common:atBy', {
            at: format.instant(reference.importedAt),
            who: reference.importedBy,
          })}
        </Fact>
      </ReferenceFacts>
      <Group gap="sm">
        <Button variant="default" onClick={onImport}>
          {t('laboratory:reference.importOther')}…
        </Button>
        <Button variant="default" onClick={onRemove}>
          {t('laboratory:reference.remove')}…
        </Button>
      </Group>
    </section>
  );
}

function RemoveReference({
  reference,
  onClose,
}: {
  readonly reference: StandingReference;
  readonly onClose: () => void;
}) {
  const t = useText();
  const remove = useWrite('reference.remove');
  return (
    <ConfirmDialog
      title={t('laboratory:reference.remove')}
      confirm={t('laboratory:reference.remove')}
      isDangerous
      isBusy={remove.isPending}
      failure={remove.error?.failure}
      onConfirm={() => {
        remove.mutate({ id: reference.id }, { onSuccess: onClose });
      }}
      onClose={onClose}
    >
      {t('laboratory:reference.removeText')}
    </ConfirmDialog>
  );
}
