import { Button, Tabs } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useLocation } from 'wouter';
import type { PackRecord } from '#contract/reporting/packs';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useScreenKeys } from '../../../lib/screenKeys.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { Loading } from '../../../ui/Loading.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { CoverageTab } from './CoverageTab.tsx';
import { ImportPackDialog } from './ImportPackDialog.tsx';
import { KeysTab } from './KeysTab.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Packs.module.css';
import { ReceivedTab } from './ReceivedTab.tsx';

const paths = { coverage: '/packs', received: '/packs/received', keys: '/packs/keys' } as const;
type TabName = keyof typeof paths;
const names = Object.keys(paths) as TabName[];

export function ReceivedPacks() {
  const t = useText();
  const [isImporting, { open, close }] = useDisclosure();
  const list = useRead('packs.list', {});
  useScreenKeys([{ keys: 'I', label: t('packs:import.title'), run: open }]);
  const packs = list.data?.packs;
  const importButton = <Button onClick={open}>{t('packs:import.title')}</Button>;
  return (
    <>
      <PageHeader
        title={t('packs:receivedTitle')}
        context={t('packs:receivedContext')}
        actions={packs !== undefined && packs.length > 0 && importButton}
      />
      {list.error !== null && <FailureAlert failure={list.error.failure} />}
      {list.isPending && <Loading />}
      {packs?.length === 0 && (
        <EmptyState title={t('packs:empty.title')} text={t('packs:empty.text')} action={importButton} />
      )}
      {packs !== undefined && packs.length > 0 && <PackTabs packs={packs} />}
      {isImporting && <ImportPackDialog onClose={close} />}
    </>
  );
}

function PackTabs({ packs }: { readonly packs: readonly PackRecord[] }) {
  const t = useText();
  const [location, navigate] = useLocation();
  const current = names.find((name) => paths[name] === location) ?? 'coverage';
  return (
    <Tabs
      value={current}
      onChange={(name) => {
        navigate(paths[(name ?? 'coverage') as TabName]);
      }}
      classNames={{ list: shared.tabs ?? '' }}
    >
      <Tabs.List aria-label={t('packs:receivedTitle')}>
        {names.map((name) => (
          <Tabs.Tab key={name} value={name}>
            {t(`packs:tab.${name}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={current} className={classes.panel ?? ''}>
        {current === 'coverage' && <CoverageTab packs={packs} />}
        {current === 'received' && <ReceivedTab packs={packs} />}
        {current === 'keys' && <KeysTab />}
      </Tabs.Panel>
    </Tabs>
  );
}
