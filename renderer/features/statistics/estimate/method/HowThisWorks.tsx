import { Stack } from '@mantine/core';
import { useText } from '../../../../i18n/text.ts';
import classes from '../Estimate.module.css';
import { SideDrawer } from '../SideDrawer.tsx';

const steps = ['question', 'method', 'learns', 'rests', 'draws', 'checks'] as const;
const limits = ['posts', 'administrative', 'elsewhere', 'substitution', 'induced', 'drift', 'rule', 'luck'] as const;

/** The method in plain words, and what could make the estimate wrong. */
export function HowThisWorks({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  return (
    <SideDrawer title={t('counterfactual:how.title')} onClose={onClose}>
      <Stack gap="md">
        {steps.map((step) => (
          <p key={step} className={classes.prose}>
            {t(`counterfactual:how.${step}`)}
          </p>
        ))}
        <h3 className={classes.heading}>{t('counterfactual:how.limitsTitle')}</h3>
        <ul className={classes.reasons}>
          {limits.map((limit) => (
            <li key={limit}>{t(`counterfactual:how.limits.${limit}`)}</li>
          ))}
        </ul>
      </Stack>
    </SideDrawer>
  );
}
