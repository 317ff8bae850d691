import { useRead } from '../bridge/queries.ts';
import { useSession } from '../bridge/session.ts';
import { useText } from '../i18n/text.ts';
import classes from './HeaderBand.module.css';

/** On every screen of a coordinator who sees some agreements only: no figure is taken for that of all. */
export function SeenAgreements() {
  return useSession().agreementIds !== null && <Codes />;
}

function Codes() {
  const t = useText();
  const list = useRead('agreements.list', {});
  const codes = (list.data?.agreements ?? []).map((each) => each.code).join(', ');
  const words = t('shell:agreementsSeen', { codes });
  return (
    <span className={classes.agreements} title={words}>
      {words}
    </span>
  );
}
