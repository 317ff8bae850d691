import { useSession } from '../../../../bridge/session.ts';
import { useText } from '../../../../i18n/text.ts';
import { PageHeader } from '../../../../ui/PageHeader.tsx';
import classes from './Reference.module.css';
import { ReferencePanel } from './ReferencePanel.tsx';

/** A page of its own, beside the packs: who administers a unit workspace has no laboratory, and receives references all the same. */
export function ReferenceScreen() {
  const t = useText();
  const isUnit = useSession().workspace.kind === 'unit';
  return (
    <>
      <PageHeader
        title={t('laboratory:reference.title')}
        context={t(isUnit ? 'laboratory:reference.contextUnit' : 'laboratory:reference.contextCoordination')}
      />
      <div className={classes.body}>
        <ReferencePanel />
      </div>
    </>
  );
}
