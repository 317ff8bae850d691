import { Button, Menu } from '@mantine/core';
import { IconCheck, IconChevronDown, IconStar } from '@tabler/icons-react';
import { useState } from 'react';
import type { SavedView } from '#contract/casework/lists';
import { useWrite } from '../bridge/queries.ts';
import { useText } from '../i18n/text.ts';
import { useScreenKeys } from '../lib/screenKeys.ts';
import { keyOf, type ListSetup, type ShippedView } from '../lib/useListSetup.ts';
import { useOpened } from '../lib/useOpened.ts';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { ViewNameDialog } from './ViewNameDialog.tsx';

type Asked = 'save' | 'rename' | 'delete';

/** Filters and orders under a name: those that the list brings, and the user's own. */
export function ViewMenu<C>({ setup }: { readonly setup: ListSetup<C> }) {
  const t = useText();
  const [opened, setOpened] = useState(false);
  const [asked, { close, opener }] = useOpened<Asked>();
  const { current, saved, shipped } = setup;
  useScreenKeys([
    {
      keys: 'shift+V',
      label: t('lists:view.choose'),
      run: () => {
        setOpened(true);
      },
    },
  ]);
  const own = current !== null && 'id' in current ? current : null;
  return (
    <>
      <Menu opened={opened} onChange={setOpened} position="bottom-start">
        <Menu.Target>
          <Button size="xs" variant="default" rightSection={<IconChevronDown size={14} stroke={1.75} aria-hidden />}>
            {t('lists:view.button', { name: current?.name ?? t('lists:view.changed') })}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {[...shipped, ...saved].map((view) => (
            <ViewItem key={keyOf(view)} view={view} setup={setup} />
          ))}
          <Menu.Divider />
          <Menu.Item onClick={opener('save')}>{t('lists:view.save')}</Menu.Item>
          {own !== null && (
            <>
              <Menu.Item onClick={opener('rename')}>{t('lists:view.rename')}</Menu.Item>
              <Menu.Item onClick={opener('delete')}>{t('lists:view.delete')}</Menu.Item>
            </>
          )}
          {current !== null && <OpeningItem setup={setup} view={current} />}
        </Menu.Dropdown>
      </Menu>
      {(asked === 'save' || asked === 'rename') && (
        <ViewNameDialog setup={setup} held={asked === 'rename' ? own : null} onClose={close} />
      )}
      {asked === 'delete' && own !== null && <DeleteDialog view={own} onClose={close} />}
    </>
  );
}

interface ViewItemProps<C> {
  readonly view: ShippedView | SavedView;
  readonly setup: ListSetup<C>;
}

function ViewItem<C>({ view, setup }: ViewItemProps<C>) {
  const t = useText();
  const isCurrent = setup.current !== null && keyOf(setup.current) === keyOf(view);
  return (
    <Menu.Item
      aria-current={isCurrent || undefined}
      leftSection={<IconCheck size={14} stroke={1.75} aria-hidden visibility={isCurrent ? 'visible' : 'hidden'} />}
      rightSection={
        setup.opensWith === keyOf(view) && <IconStar size={14} stroke={1.75} aria-label={t('lists:view.opens')} />
      }
      onClick={() => {
        setup.open(view);
      }}
    >
      {view.name}
    </Menu.Item>
  );
}

function OpeningItem<C>({ view, setup }: ViewItemProps<C>) {
  const t = useText();
  const openWith = useWrite('lists.openWith');
  const isOpening = setup.opensWith === keyOf(view);
  return (
    <Menu.Item
      onClick={() => {
        openWith.mutate({ list: setup.query.list, view: isOpening ? null : keyOf(view) });
      }}
    >
      {t(isOpening ? 'lists:view.openAsBrought' : 'lists:view.openWith', { name: view.name })}
    </Menu.Item>
  );
}

function DeleteDialog({ view, onClose }: { readonly view: SavedView; readonly onClose: () => void }) {
  const t = useText();
  const remove = useWrite('lists.deleteView');
  return (
    <ConfirmDialog
      title={t('lists:view.deleteTitle', { name: view.name })}
      confirm={t('lists:view.deleteSubmit')}
      isDangerous
      isBusy={remove.isPending}
      failure={remove.error?.failure}
      onConfirm={() => {
        remove.mutate({ viewId: view.id }, { onSuccess: onClose });
      }}
      onClose={onClose}
    >
      {t('lists:view.deleteText')}
    </ConfirmDialog>
  );
}
