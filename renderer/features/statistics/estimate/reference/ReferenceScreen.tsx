import { useSession } from '../../../../bridge/session.ts';
import { useText } from '../../../../i18n/text.ts';
import { PageHeader } from '../../../../ui/PageHeader.tsx';
import classes from './Reference.module.css';
import { ReferencePanel } from './ReferencePanel.tsx';

/** A page of its own: the administrator of a unit workspace has no estimate and still receives references. */
export function ReferenceScreen() {
  const t = useText();
  const isUnit = useSession().workspace.kind === 'unit';
  return (
    <>
      <PageHeader
        title={t('codes:field.reference')}
        context={t(isUnit ? 'laboratory:reference.contextUnit' : 'laboratory:reference.contextCoordination')}
      />
      <div className={classes.body}>
        <ReferencePanel />
      </div>
    </>
  );
}
