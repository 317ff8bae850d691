import { useSession } from '../../../../bridge/session.ts';
import { useText } from '../../../../i18n/text.ts';
import { PageHeader } from '../../../../ui/PageHeader.tsx';
import classes from './Reference.module.css';
import { MakeReference } from './MakeReference.tsx';
import { CurrentReference } from './CurrentReference.tsx';

/** A coordination workspace makes references; a unit workspace holds one, or none. */
function ReferencePanel() {
  const { kind } = useSession().workspace;
  return kind === 'coordination' ? <MakeReference /> : <CurrentReference />;
}

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
