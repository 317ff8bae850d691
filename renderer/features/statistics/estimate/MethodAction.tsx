import { useText } from '../../../i18n/text.ts';
import { useScreenKeys } from '../../../lib/screenKeys.ts';
import { useGo } from '../../../lib/useGo.ts';
import { methodPath } from './paths.ts';

/** Opens the method from the command palette, on any screen. */
export function MethodAction() {
  const t = useText();
  const go = useGo();
  useScreenKeys([
    {
      label: t('counterfactual:method.open'),
      run: go(methodPath),
    },
  ]);
  return null;
}
