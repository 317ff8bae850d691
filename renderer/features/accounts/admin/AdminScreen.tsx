import { Tabs } from '@mantine/core';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { useSession } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Admin.module.css';
import { AuditTab } from '../audit/AuditTab.tsx';
import { FirstDay } from './FirstDay.tsx';
import { BackupsTab } from './BackupsTab.tsx';
import { OffencesTab } from './OffencesTab.tsx';
import { RulesTab } from './RulesTab.tsx';
import { SettingsTab } from './SettingsTab.tsx';
import { UnitsTab } from './UnitsTab.tsx';
import { UsersTab } from './UsersTab.tsx';

const tabs = {
  users: UsersTab,
  units: UnitsTab,
  rules: RulesTab,
  offences: OffencesTab,
  settings: SettingsTab,
  backups: BackupsTab,
  audit: AuditTab,
} as const;
type TabName = keyof typeof tabs;
const names = Object.keys(tabs) as TabName[];

export function AdminScreen() {
  const t = useText();
  const [location, navigate] = useLocation();
  const { kind, demonstration } = useSession().workspace;
  // In a coordination workspace the counting rules come with the packs, and there are no files to have offences.
  const shown = names.filter((name) => kind === 'unit' || (name !== 'rules' && name !== 'offences'));
  const first = 'users';
  const current = shown.find((name) => location === `/admin/${name}`) ?? first;
  return (
    <>
      <PageHeader title={t('common:administration')} context={t('admin:context')} />
      {/* A demonstration comes with its units, people and files. */}
      {kind === 'unit' && !demonstration && <FirstDay />}
      <Tabs
        value={current}
        onChange={(name) => {
          navigate(`/admin/${name ?? first}`);
        }}
        classNames={{ list: shared.tabs ?? '' }}
      >
        <Tabs.List aria-label={t('common:administration')}>
          {shown.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`admin:tab.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={current} className={classes.panel ?? ''}>
          <Switch>
            {shown.map((name) => (
              <Route key={name} path={`/admin/${name}`} component={tabs[name]} />
            ))}
            <Route>
              <Redirect to={`/admin/${first}`} replace />
            </Route>
          </Switch>
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
