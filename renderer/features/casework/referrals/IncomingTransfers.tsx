import { Button, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconTransfer } from '@tabler/icons-react';
import type { TransferRow } from '#contract/casework/transfers';
import { useText } from '../../../i18n/text.ts';
import { useScreenKeys } from '../../../lib/screenKeys.ts';
import { useNames } from '../../../lib/useNames.ts';
import { useOpened } from '../../../lib/useOpened.ts';
import { DecideTransferDialog, type Decision } from '../../../ui/DecideTransferDialog.tsx';
import { HiddenText } from '../../../ui/HiddenText.tsx';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import classes from './Referrals.module.css';
import { useIncoming } from './useIncoming.ts';

interface Deciding {
  readonly transfer: TransferRow;
  readonly decision: Decision;
}

const keys = { accept: 'shift+A', refuse: 'shift+R' } as const;

/** What other units offer: the one that waits the longest is answered by a key, and the next takes its place. */
export function IncomingTransfers() {
  const t = useText();
  const { fileNumber } = useNames();
  const numberOf = ({ fromUnitId, number }: TransferRow) => fileNumber({ unitId: fromUnitId, number });
  const [first, ...others] = useIncoming();
  const [deciding, dialog] = useOpened<Deciding>();
  const decide = (decision: Decision) => {
    if (first !== undefined) dialog.open({ transfer: first, decision });
  };
  return (
    <>
      {first !== undefined && (
        <Offered
          transfer={first}
          title={t('fileWork:transfers.incoming', { count: others.length + 1 })}
          hasKeys
          onDecide={decide}
        />
      )}
      {deciding !== null && <DecideTransferDialog {...deciding} onClose={dialog.close} />}
      {first !== undefined && (
        <IncomingKeys
          labels={{
            accept: t('fileWork:transfers.accept.title', { number: numberOf(first) }),
            refuse: t('fileWork:transfers.refuse.title', { number: numberOf(first) }),
          }}
          onDecide={decide}
        />
      )}
    </>
  );
}

interface IncomingKeysProps {
  readonly labels: Readonly<Record<keyof typeof keys, string>>;
  readonly onDecide: (decision: Decision) => void;
}

function IncomingKeys({ labels, onDecide }: IncomingKeysProps) {
  useScreenKeys(
    (['accept', 'refuse'] as const).map((decision) => ({
      keys: keys[decision],
      label: labels[decision],
      run: () => {
        onDecide(decision);
      },
    })),
  );
  return null;
}

interface OfferedProps {
  readonly transfer: TransferRow;
  readonly title: string;
  /** Above a list: in one line, which opens, and with the keys of its two answers. */
  readonly hasKeys?: boolean;
  readonly onDecide: (decision: Decision) => void;
}

/** One file that is offered, with its two answers. */
export function Offered({ transfer, title, hasKeys = false, onDecide }: OfferedProps) {
  const t = useText();
  const names = useNames();
  const [isOpen, { toggle }] = useDisclosure(!hasKeys);
  const sentence = t('fileWork:transfers.sentence', {
    kind: t(`codes:fileKind.${transfer.fileKind}`),
    number: names.fileNumber({ unitId: transfer.fromUnitId, number: transfer.number }),
    from: names.unitCode(transfer.fromUnitId),
    to: names.unitCode(transfer.toUnitId ?? transfer.fromUnitId),
  });
  return (
    <div className={classes.incoming}>
      <Notice
        tone="dueSoon"
        icon={IconTransfer}
        title={title}
        isOneLine={hasKeys}
        end={
          <Group gap="xs" wrap="nowrap">
            {hasKeys && (
              <Button size="compact-sm" variant="subtle" aria-expanded={isOpen} onClick={toggle}>
                {t('fileWork:transfers.details')}
              </Button>
            )}
            <Answers hasKeys={hasKeys} onDecide={onDecide} />
          </Group>
        }
      >
        <strong>{sentence}</strong>{' '}
        {isOpen && (
          <>
            {t('fileWork:transfers.proposed', {
              by: transfer.proposedBy,
              on: transfer.proposedOn,
              began: transfer.beganOn,
            })}
            {transfer.message !== null && <HiddenText label={t('codes:field.message')} text={transfer.message} />}
          </>
        )}
      </Notice>
    </div>
  );
}

function Answers({ hasKeys, onDecide }: Pick<OfferedProps, 'onDecide'> & { readonly hasKeys: boolean }) {
  const t = useText();
  return (['accept', 'refuse'] as const).map((decision) => (
    <Button
      key={decision}
      size="compact-sm"
      variant={decision === 'accept' ? 'filled' : 'default'}
      rightSection={hasKeys && <KeyHint keys={keys[decision]} />}
      onClick={() => {
        onDecide(decision);
      }}
    >
      {t(`fileWork:transfers.${decision}.button`)}
    </Button>
  ));
}
