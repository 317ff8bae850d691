import { Tabs } from '@mantine/core';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { useText } from '../../../i18n/text.ts';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Records.module.css';
import { HoldsTab } from './HoldsTab.tsx';
import { PurgedTab } from './PurgedTab.tsx';
import { RetentionTab } from './RetentionTab.tsx';
import { SealedTab } from './SealedTab.tsx';
import { ToSealTab } from './ToSealTab.tsx';

const tabs = {
  toSeal: ToSealTab,
  sealed: SealedTab,
  retention: RetentionTab,
  holds: HoldsTab,
  purged: PurgedTab,
} as const;
type TabName = keyof typeof tabs;
const names = Object.keys(tabs) as TabName[];

/** What is to leave the files and what has left them: numbers, days and reasons, and no content. */
export function RecordsScreen() {
  const t = useText();
  const [location, navigate] = useLocation();
  const current = names.find((name) => location === `/records/${name}`) ?? 'toSeal';
  return (
    <>
      <PageHeader title={t('records:nav')} context={t('records:context')} />
      <Tabs
        value={current}
        onChange={(name) => {
          navigate(`/records/${name ?? 'toSeal'}`);
        }}
        classNames={{ list: shared.tabs ?? '' }}
      >
        <Tabs.List aria-label={t('records:nav')}>
          {names.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`records:tab.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={current} className={classes.panel ?? ''}>
          <Switch>
            {names.map((name) => (
              <Route key={name} path={`/records/${name}`} component={tabs[name]} />
            ))}
            <Route>
              <Redirect to="/records/toSeal" replace />
            </Route>
          </Switch>
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
