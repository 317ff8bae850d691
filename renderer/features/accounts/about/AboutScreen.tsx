import { useRead } from '../../../bridge/queries.ts';
import { useServer } from '../../../bridge/server.ts';
import { useText } from '../../../i18n/text.ts';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { Fact, Facts } from '../../../ui/FieldRow.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import classes from './AboutScreen.module.css';
import { Wholeness } from './Wholeness.tsx';

export function AboutScreen() {
  const t = useText();
  const server = useServer();
  const about = useRead('app.about', {});
  return (
    <>
      <PageHeader title={t('common:aboutVigie')} context={t('about:context')} />
      <div className={classes.page}>
        {about.error !== null && <FailureAlert failure={about.error.failure} />}
        {about.data !== undefined && (
          <>
            <p className="prose">{typeof server === 'string' ? t('about:onServer', { server }) : t('about:promise')}</p>
            <Facts>
              <Fact label={t('common:vigie')}>{about.data.version}</Fact>
              <Fact label={t('about:runtime.label')}>{t(`about:runtime.${about.data.runtime}`)}</Fact>
              <Fact label={t('about:electron')}>{about.data.electron}</Fact>
              <Fact label={t('about:chrome')}>{about.data.chrome}</Fact>
              <Fact label={t('about:node')}>{about.data.node}</Fact>
              <Fact label={t('about:storeNode')}>{about.data.storeNode}</Fact>
              <Fact label={t('about:sqlite')}>{about.data.sqlite}</Fact>
              <Fact label={t('about:cipher')}>{about.data.cipher}</Fact>
              <Fact label={t('about:platform')}>{about.data.platform}</Fact>
            </Facts>
          </>
        )}
        {server === null && <Wholeness />}
      </div>
    </>
  );
}
