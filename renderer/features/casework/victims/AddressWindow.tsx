import { Button, NumberInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useRead, useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Victims.module.css';

/** Within how many hours two sightings of one IP address may be of one customer. */
export function AddressWindow() {
  const t = useText();
  const held = useRead('identifiers.window', {}).data?.hours;
  const save = useWrite('identifiers.setWindow');
  const [typed, setTyped] = useState<number | string | null>(null);
  const hours = typed ?? held ?? '';
  return (
    <section aria-label={t('victims:window.title')}>
      <h2 className={shared.headingAbove}>{t('victims:window.title')}</h2>
      {save.error !== null && <FailureAlert failure={save.error.failure} />}
      <div className={classes.choices}>
        <NumberInput
          label={t('victims:window.hours')}
          description={t('victims:window.hint')}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          min={1}
          max={720}
          allowDecimal={false}
          value={hours}
          onChange={setTyped}
        />
      </div>
      <div className={classes.buttons}>
        <Button
          variant="default"
          loading={save.isPending}
          disabled={hours === '' || Number(hours) === held}
          onClick={() => {
            save.mutate(
              { hours: Number(hours) },
              {
                onSuccess: () => {
                  notifications.show({ message: t('common:saved') });
                },
              },
            );
          }}
        >
          {t('victims:window.save')}
        </Button>
      </div>
    </section>
  );
}
