import { useLocation } from 'wouter';
import { useText } from '../../../i18n/text.ts';
import { useScreenKeys } from '../../../lib/screenKeys.ts';
import { methodPath } from './paths.ts';

/** Opens the method from the command palette, on any screen. */
export function MethodAction() {
  const t = useText();
  const [, navigate] = useLocation();
  useScreenKeys([
    {
      label: t('counterfactual:method.open'),
      run: () => {
        navigate(methodPath);
      },
    },
  ]);
  return null;
}
