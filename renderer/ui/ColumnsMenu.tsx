import { ActionIcon, Button, Checkbox, Popover } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowDown, IconArrowUp, IconColumns, IconMinus, IconPlus, type Icon } from '@tabler/icons-react';
import { useText } from '../i18n/text.ts';
import { boundedWidth, moved, withColumn } from '../lib/arrangement.ts';
import { useScreenKeys } from '../lib/screenKeys.ts';
import type { ListSetup } from '../lib/useListSetup.ts';
import classes from './ColumnsMenu.module.css';

interface Column {
  readonly id: string;
  readonly header: string;
  readonly width: number;
}

const step = 16;

/** Which columns, in which order and how wide: everything by mouse and by Tab and Space. */
export function ColumnsMenu<C extends Column>({ setup }: { readonly setup: ListSetup<C> }) {
  const t = useText();
  const [opened, { open, close, toggle }] = useDisclosure(false);
  useScreenKeys([{ keys: 'shift+C', label: t('lists:columns.choose'), run: open }]);
  return (
    <Popover opened={opened} onChange={close} onDismiss={close} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon
          size={30}
          variant="default"
          aria-label={t('lists:columns.button')}
          title={t('lists:columns.button')}
          onClick={toggle}
        >
          <IconColumns size={16} stroke={1.5} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <ul className={classes.columns}>
          {setup.columns.map((column) => (
            <ColumnLine key={column.id} column={column} setup={setup} />
          ))}
        </ul>
        <Button
          size="compact-sm"
          variant="subtle"
          disabled={setup.arrangement === null}
          onClick={() => {
            setup.arrange(null);
          }}
        >
          {t('lists:columns.reset')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}

interface ColumnLineProps<C> {
  readonly column: C;
  readonly setup: ListSetup<C>;
}

function ColumnLine<C extends Column>({ column, setup }: ColumnLineProps<C>) {
  const t = useText();
  const { columns, arrangement, arrange, shown } = setup;
  const { id, header: name, width } = column;
  const isShown = shown.includes(id);
  const place = (by: -1 | 1) => () => {
    arrange(moved(columns, arrangement, id, by));
  };
  const widen = (by: number) => () => {
    arrange(withColumn(columns, arrangement, id, { width: boundedWidth(width + by) }));
  };
  const doings: readonly (readonly [Icon, string, () => void])[] = [
    [IconArrowUp, t('lists:columns.earlier', { name }), place(-1)],
    [IconArrowDown, t('lists:columns.later', { name }), place(1)],
    [IconMinus, t('lists:columns.narrower', { name }), widen(-step)],
    [IconPlus, t('lists:columns.wider', { name }), widen(step)],
  ];
  return (
    <li className={classes.column}>
      <Checkbox
        size="xs"
        label={name}
        checked={isShown}
        // A list without a column would show nothing.
        disabled={isShown && shown.length === 1}
        onChange={(event) => {
          arrange(withColumn(columns, arrangement, id, { isShown: event.currentTarget.checked }));
        }}
      />
      {doings.map(([DoingIcon, label, run]) => (
        <ActionIcon key={label} size="sm" variant="subtle" color="gray" aria-label={label} title={label} onClick={run}>
          <DoingIcon size={14} stroke={1.75} aria-hidden />
        </ActionIcon>
      ))}
    </li>
  );
}
