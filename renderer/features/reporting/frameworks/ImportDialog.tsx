import { Button, Group, Stack } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { FrameworkProblem } from '#contract/reporting/frameworks';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Comparison } from './Comparison.tsx';
import { fieldName } from './fieldName.ts';
import classes from './Frameworks.module.css';
import { useImportFramework, type Inspected } from './useImportFramework.ts';

/** A file is chosen; its errors or its changes are shown; then it is imported. */
export function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const { file, said, done, failure, isBusy, choose, confirm } = useImportFramework();
  return (
    <Dialog onClose={onClose} size="xl" title={t('frameworks:import.title')}>
      <Stack gap="md">
        <Group gap="md">
          <Button variant="default" onClick={choose} data-autofocus>
            {t('common:chooseAFile')}
          </Button>
          <span role="status">{file?.name ?? t('frameworks:import.hint')}</span>
        </Group>
        {failure !== null && <FailureAlert failure={failure} />}
        {said !== null && said.problems.length > 0 && <Problems problems={said.problems} />}
        {done === null ? (
          <Announced said={said} />
        ) : (
          <Notice tone="positive" icon={IconCircleCheck} title={t('frameworks:import.done', { version: done })} />
        )}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {done === null ? t('common:cancel') : t('common:close')}
          </Button>
          {done === null && (
            <Button disabled={said === null || said.framework === null} loading={isBusy} onClick={confirm}>
              {t('frameworks:import.button')}
            </Button>
          )}
        </Group>
      </Stack>
    </Dialog>
  );
}

/** What a sound file holds, and what it would change. */
function Announced({ said }: { readonly said: Inspected | null }) {
  const t = useText();
  const format = useFormat();
  if (said === null || said.framework === null) return null;
  const { version, name, validFrom } = said.framework;
  return (
    <>
      <p>
        {t('frameworks:import.says', {
          version,
          name: format.bilingual(name),
          day: validFrom === null ? '' : format.day(validFrom),
          against: said.against ?? '',
        })}
      </p>
      {said.comparison !== null && <Comparison comparison={said.comparison} />}
    </>
  );
}

function Problems({ problems }: { readonly problems: readonly FrameworkProblem[] }) {
  const t = useText();
  return (
    <Notice
      tone="overdue"
      icon={IconAlertTriangle}
      live="assertive"
      title={t('frameworks:import.problems', { count: problems.length })}
    >
      <ul className={classes.list}>
        {problems.map((problem) => (
          <ProblemLine key={JSON.stringify(problem)} problem={problem} />
        ))}
      </ul>
    </Notice>
  );
}

/** Where in the file, and what is wrong there. */
function ProblemLine({ problem: { code, indicator, field } }: { readonly problem: FrameworkProblem }) {
  const t = useText();
  const where = [
    ...(indicator === null
      ? []
      : [t('frameworks:problem.indicator', { position: indicator.position, code: indicator.code ?? '?' })]),
    ...(field === null ? [] : [fieldName(t, field)]),
  ].join(', ');
  const what = t(`frameworks:problem.${code}`);
  return <li>{where === '' ? what : t('frameworks:problem.where', { where, what })}</li>;
}
