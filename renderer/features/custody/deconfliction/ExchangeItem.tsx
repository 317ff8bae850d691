import { Button, Group } from '@mantine/core';
import { IconCalendarX, IconCircleCheck, IconHourglass, IconLockOff } from '@tabler/icons-react';
import type { ExchangeRow } from '#contract/custody/deconfliction';
import { useText } from '../../../i18n/text.ts';
import { useScreenKeys } from '../../../lib/screenKeys.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { useNames } from '../../../lib/useNames.ts';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { Fingerprint } from '../../../ui/Fingerprint.tsx';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import { ExchangeLog } from './ExchangeLog.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Exchanges.module.css';
import { useExchangeFiles } from './useExchangeFiles.ts';
import { WrittenFile } from './WrittenFile.tsx';

const badges = {
  awaiting_key: { tone: 'dueSoon', icon: IconHourglass },
  open: { tone: 'positive', icon: IconCircleCheck },
  expired: { tone: 'neutral', icon: IconCalendarX },
  ended: { tone: 'neutral', icon: IconLockOff },
} as const;

interface ExchangeItemProps {
  readonly exchange: ExchangeRow;
  readonly onEnd: (exchange: ExchangeRow) => void;
}

export function ExchangeItem({ exchange, onEnd }: ExchangeItemProps) {
  const t = useText();
  const { name, state } = exchange;
  const isOver = state === 'expired' || state === 'ended';
  return (
    <li className={classes.exchange}>
      <Group gap="8px 16px">
        <h3 className={shared.title}>{name}</h3>
        <StatusBadge {...badges[state]} label={t(`codes:exchangeState.${state}`)} />
      </Group>
      {isOver ? <Where exchange={exchange} /> : <Steps exchange={exchange} onEnd={onEnd} />}
      <ExchangeLog exchange={exchange} />
      <Keys exchange={exchange} />
    </li>
  );
}

function Where({ exchange }: { readonly exchange: ExchangeRow }) {
  const t = useText();
  const names = useNames();
  const place = { unit: names.unitCode(exchange.unitId), until: exchange.expiresOn };
  return (
    <span className={shared.none}>
      {exchange.peer === null
        ? t('exchanges:row.without', place)
        : t('exchanges:row.with', { ...place, workspace: exchange.peer.workspaceName })}
    </span>
  );
}

/** What can be done with an exchange that runs; each act is in the palette too. */
function Steps({ exchange, onEnd }: ExchangeItemProps) {
  const t = useText();
  const { name, state, fingerprint } = exchange;
  const { saveKey, sendRequest, written, isBusy, failure } = useExchangeFiles(exchange);
  const end = () => {
    onEnd(exchange);
  };
  const acts = [
    { act: 'saveKey', run: saveKey, isMain: state === 'awaiting_key' },
    ...(state === 'open' ? [{ act: 'request', run: sendRequest, isMain: true } as const] : []),
    { act: 'end', run: end, isMain: false },
  ] as const;
  useScreenKeys(acts.map(({ act, run }) => ({ label: t(`exchanges:row.${act}For`, { name }), run })));
  return (
    <>
      <Group gap="8px 16px">
        <Where exchange={exchange} />
        <div className={classes.buttons}>
          {acts.map(({ act, run, isMain }) => (
            <Button
              key={act}
              size="xs"
              variant={isMain ? 'filled' : 'default'}
              aria-label={t(`exchanges:row.${act}For`, { name })}
              disabled={isBusy}
              onClick={run}
            >
              {t(`exchanges:row.${act}`)}
            </Button>
          ))}
        </div>
      </Group>
      {state === 'awaiting_key' && <p className={classes.next}>{t('exchanges:row.awaiting')}</p>}
      {failure !== null && <FailureAlert failure={failure} />}
      {written?.what === 'key' && (
        <WrittenFile title={t('exchanges:row.keyDone', { name: written.name })} grant={written.grant}>
          <p className={shared.none}>{t('exchanges:file.keyNext')}</p>
          <Fingerprint value={fingerprint} />
        </WrittenFile>
      )}
      {written?.what === 'request' && (
        <WrittenFile
          title={t('exchanges:row.requestDone', { name: written.name, count: written.identifiers })}
          grant={written.grant}
        >
          {t('exchanges:file.next')}
        </WrittenFile>
      )}
    </>
  );
}

function Keys({ exchange: { beganOn, beganBy, fingerprint, peer } }: { readonly exchange: ExchangeRow }) {
  const t = useText();
  const format = useFormat();
  return (
    <details className={classes.fingerprints}>
      <summary>{t('exchanges:row.fingerprints')}</summary>
      <div className={classes.keys}>
        <div>
          <p className={shared.none}>{t('exchanges:row.ownFingerprint')}</p>
          <Fingerprint value={fingerprint} />
          <p className={shared.none}>{t('exchanges:row.begun', { on: beganOn, by: beganBy })}</p>
        </div>
        {peer !== null && (
          <div>
            <p className={shared.none}>{t('exchanges:row.peerFingerprint')}</p>
            <Fingerprint value={peer.fingerprint} />
            <p className={shared.none}>
              {t('exchanges:row.confirmed', { at: format.instant(peer.confirmedAt), by: peer.confirmedBy })}
            </p>
          </div>
        )}
      </div>
    </details>
  );
}
