import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState, type ReactNode } from 'react';
import { useText, type Translate } from '../i18n/text.ts';
import { lastWholeQuarter } from '../lib/fiscal.ts';
import { Choice } from '../ui/Choice.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { DateField } from '../ui/DateField.tsx';
import { DayRead } from '../ui/DayRead.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { DropArea } from '../ui/DropArea.tsx';
import { FieldRow } from '../ui/FieldRow.tsx';
import { FilterChoice } from '../ui/FilterChoice.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { InstantField } from '../ui/InstantField.tsx';
import { KnownNameInput } from '../ui/KnownNameInput.tsx';
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx';
import { MoreFilters } from '../ui/MoreFilters.tsx';
import { NewPassphrase } from '../ui/NewPassphrase.tsx';
import { NumberFilter } from '../ui/NumberFilter.tsx';
import { Pager } from '../ui/Pager.tsx';
import { QuarterPicker } from '../ui/QuarterPicker.tsx';
import { ResetFilters } from '../ui/ResetFilters.tsx';
import { StillOpen } from '../ui/StillOpen.tsx';
import { UnitFilter } from '../ui/UnitFilter.tsx';

type Pieces = Readonly<Record<string, ReactNode>>;

/** What a screen would keep for a field. */
function Held<T>({
  first,
  children,
}: {
  readonly first: T;
  readonly children: (value: T, set: (value: T) => void) => ReactNode;
}) {
  return children(...useState(first));
}

/** A dialog behind a button. */
function Opened({ children }: { readonly children: (close: () => void) => ReactNode }) {
  const t = useText();
  const [isOpen, { open, close }] = useDisclosure();
  return isOpen ? (
    children(close)
  ) : (
    <Button variant="default" size="compact-sm" onClick={open}>
      {t('common:choose')}
    </Button>
  );
}

const nothing = (): void => undefined;
const failure = { code: 'internal', reference: '0A1B2C3D' } as const;

export function fields(t: Translate): Pieces {
  const label = t('codes:heading.unit');
  const options = ['1', '2', '3'].map((value) => ({ value, label: `${label} ${value}` }));
  return {
    Choice: <Held first="2">{(value, onChange) => <Choice {...{ label, options, value, onChange }} />}</Held>,
    DateField: <Held first="2026-10-05">{(value, onChange) => <DateField {...{ label, value, onChange }} />}</Held>,
    DayRead: <DayRead text="" choices={['2026-03-04', '2026-04-03']} isOwed isSaid onChoose={nothing} />,
    DropArea: (
      <DropArea isBusy={false} onFile={nothing}>
        {label}
      </DropArea>
    ),
    FieldRow: (
      <FieldRow>
        <Choice label={label} options={options} />
        <Choice label={label} options={options} />
      </FieldRow>
    ),
    FilterChoice: <FilterChoice label={label} options={options} />,
    InstantField: <Held first="">{(value, onChange) => <InstantField {...{ label, value, onChange }} />}</Held>,
    KnownNameInput: <KnownNameInput label={label} names={['Vigie']} />,
    LanguageSwitch: <LanguageSwitch />,
    MoreFilters: (
      <MoreFilters active={2}>
        <Choice label={label} options={options} />
      </MoreFilters>
    ),
    NewPassphrase: (
      <Held first="demonstration">
        {(value, set) => (
          <NewPassphrase
            about={[]}
            label={label}
            value={value}
            onChange={({ currentTarget }) => {
              set(currentTarget.value);
            }}
          />
        )}
      </Held>
    ),
    NumberFilter: <Held first="">{(value, onChange) => <NumberFilter {...{ value, onChange }} />}</Held>,
    Pager: <Held first={0}>{(offset, onMove) => <Pager size={50} total={120} {...{ offset, onMove }} />}</Held>,
    QuarterPicker: (
      <Held first={lastWholeQuarter()}>{(value, onChange) => <QuarterPicker {...{ value, onChange }} />}</Held>
    ),
    ResetFilters: <ResetFilters onReset={nothing} />,
    UnitFilter: <Held first="">{(value, onChange) => <UnitFilter {...{ value, onChange }} />}</Held>,
  };
}

export function dialogs(t: Translate): Pieces {
  const title = t('codes:heading.unit');
  const text = t('common:behind.emptyText');
  return {
    ConfirmDialog: (
      <Opened>
        {(close) => (
          <ConfirmDialog title={title} confirm={title} isDangerous onConfirm={close} onClose={close}>
            {text}
          </ConfirmDialog>
        )}
      </Opened>
    ),
    Dialog: (
      <Opened>
        {(close) => (
          <Dialog title={title} onClose={close}>
            {text}
          </Dialog>
        )}
      </Opened>
    ),
    FormDialog: (
      <Opened>
        {(close) => (
          <FormDialog title={title} submit={title} isBusy={false} failure={failure} onSubmit={close} onClose={close}>
            <DateField label={title} />
          </FormDialog>
        )}
      </Opened>
    ),
    StillOpen: (
      <Opened>
        {(close) => (
          <StillOpen title={title} text={text} points={[{ key: 'one', name: title, settle: close }]} onClose={close} />
        )}
      </Opened>
    ),
  };
}
