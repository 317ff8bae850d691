import { Button, Group, Tabs } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useLocation } from 'wouter';
import { useRead } from '../../../bridge/queries.ts';
import { useSession } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { useScreenKeys } from '../../../lib/screenKeys.ts';
import { today } from '../../../lib/today.ts';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { CompareTab } from './CompareTab.tsx';
import { EnteredTab } from './EnteredTab.tsx';
import classes from './Frameworks.module.css';
import { ImportDialog } from './ImportDialog.tsx';
import { ReadinessTab } from './ReadinessTab.tsx';
import { useSaveFramework } from './useSaveFramework.ts';
import { VersionsTab } from './VersionsTab.tsx';

const paths = {
  versions: '/frameworks',
  compare: '/frameworks/compare',
  entered: '/frameworks/entered',
  readiness: '/frameworks/readiness',
} as const;
type TabName = keyof typeof paths;
const names = Object.keys(paths) as TabName[];

/** The performance framework: its versions, what two of them differ in, and the figures that are entered for it. */
export function FrameworksScreen() {
  const t = useText();
  const [location, navigate] = useLocation();
  const [isImporting, { open, close }] = useDisclosure();
  const { data, error } = useRead('frameworks.list', { on: today() });
  const { save, saveSchema, failure } = useSaveFramework();
  // A framework changes what the returns of all agreements report.
  const mayImport = useSession().agreementIds === null;
  useScreenKeys(mayImport ? [{ keys: 'I', label: t('frameworks:import.title'), run: open }] : []);
  const current = names.find((name) => paths[name] === location) ?? 'versions';
  const versions = data?.versions ?? [];
  const inForce = versions.find((each) => each.inForce);
  return (
    <>
      <PageHeader
        title={t('common:performanceFramework')}
        context={t('frameworks:context')}
        actions={
          <Group gap="sm">
            <Button variant="default" onClick={saveSchema}>
              {t('frameworks:saveSchema')}
            </Button>
            <Button
              variant="default"
              disabled={inForce === undefined}
              onClick={() => {
                if (inForce !== undefined) save(inForce.version);
              }}
            >
              {t('frameworks:saveInForce')}
            </Button>
            {mayImport && <Button onClick={open}>{t('frameworks:import.title')}</Button>}
          </Group>
        }
      />
      <Tabs
        value={current}
        onChange={(name) => {
          navigate(paths[(name ?? 'versions') as TabName]);
        }}
      >
        <Tabs.List aria-label={t('common:performanceFramework')}>
          {names.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`frameworks:tab.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={current} pt="md" className={classes.page}>
          {[error?.failure, failure].map(
            (each) => each != null && <FailureAlert key={each.reference} failure={each} />,
          )}
          {current === 'versions' && data !== undefined && <VersionsTab versions={versions} onSave={save} />}
          {current === 'compare' && data !== undefined && <CompareTab versions={versions} />}
          {current === 'entered' && <EnteredTab />}
          {current === 'readiness' && <ReadinessTab />}
        </Tabs.Panel>
      </Tabs>
      {isImporting && <ImportDialog onClose={close} />}
    </>
  );
}
