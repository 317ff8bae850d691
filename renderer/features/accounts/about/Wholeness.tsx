import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useRead, useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { Fact, Facts } from '../../../ui/FieldRow.tsx';
import classes from './AboutScreen.module.css';

/** When the workspace's file was last read from end to end and found whole. Damage that is found closes the workspace. */
export function Wholeness() {
  const t = useText();
  const format = useFormat();
  const state = useRead('workspace.state', {});
  const check = useWrite('workspace.check');
  const failure = check.error?.failure ?? state.error?.failure;
  return (
    <section className={classes.whole}>
      {failure !== undefined && <FailureAlert failure={failure} />}
      {state.data !== undefined && (
        <Facts>
          <Fact label={t('about:workspace.whole')}>
            {state.data.lastWhole === null ? t('about:workspace.never') : format.instant(state.data.lastWhole.at)}
          </Fact>
        </Facts>
      )}
      <Button
        variant="default"
        loading={check.isPending}
        onClick={() => {
          check.mutate(
            {},
            {
              onSuccess: ({ pages }) => {
                notifications.show({ message: t('about:workspace.checkedNow', { pages: format.number(pages) }) });
              },
            },
          );
        }}
      >
        {t('about:workspace.check')}
      </Button>
    </section>
  );
}
