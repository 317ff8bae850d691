import { useForm } from '@mantine/form';
import type { FileGrant, InvestigationId } from '#contract/ground/ids';
import type { Output } from '#contract/index';
import { useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { today } from '../../../lib/today.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { useFollowDay } from '../../../ui/useFollowDay.ts';
import { fieldErrors } from '../../../ui/formErrors.tsx';

interface IssueDialogProps {
  readonly investigationId: InvestigationId;
  readonly detail: Output<'papers.get'>;
  readonly onClose: () => void;
}

/** What will leave, in counts and in words, before it does: it cannot be taken back. */
export function IssueDialog({ investigationId, detail, onClose }: IssueDialogProps) {
  const t = useText();
  const choose = useWrite('files.chooseFolder');
  const issue = useWrite('papers.issue');
  const { paper, records, contents } = detail;
  const form = useForm({ initialValues: { on: today() } });
  useFollowDay(form, { on: today() });
  const write = (on: string, folder: FileGrant) => {
    issue.mutate(
      { investigationId, paperId: paper.id, version: paper.version, contents, on, folder },
      {
        onSuccess: onClose,
        onError: ({ failure }) => {
          form.setErrors(fieldErrors(failure));
        },
      },
    );
  };
  const submit = form.onSubmit(({ on }) => {
    issue.reset();
    choose.mutate(
      {},
      {
        onSuccess: ({ folder }) => {
          if (folder !== null) write(on, folder.grant);
        },
      },
    );
  });
  const countOf = (treatment: string) => records.filter((each) => each.treatment === treatment).length;
  const undecided = records.filter(({ isDecided }) => !isDecided).length;
  return (
    <FormDialog
      title={t('papers:issue.title', { reference: paper.reference })}
      submit={t('papers:issue.submit')}
      isBusy={choose.isPending || issue.isPending}
      failure={choose.error?.failure ?? issue.error?.failure ?? null}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>
        {t('papers:issue.counts', {
          included: countOf('included'),
          redacted: countOf('redacted'),
          leftOut: countOf('left_out'),
        })}{' '}
        {t('papers:issue.undecided', { count: undecided })}
      </p>
      <p>
        {t(
          paper.kind === 'access'
            ? 'papers:issue.access'
            : paper.namesIncluded
              ? 'papers:issue.names'
              : 'papers:issue.noNames',
        )}
      </p>
      <p>{t('papers:issue.text')}</p>
      <DateField label={t('codes:field.sentOn')} data-autofocus {...form.getInputProps('on')} />
    </FormDialog>
  );
}
