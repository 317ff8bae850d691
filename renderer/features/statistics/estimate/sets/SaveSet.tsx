import { Button, TextInput } from '@mantine/core';
import { useState, type SubmitEventHandler } from 'react';
import type { Assumptions } from '#contract/statistics/assumptions';
import { laboratoryMethods, type AssumptionSet } from '#contract/statistics/laboratory';
import { useWrite } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { ConfirmDialog } from '../../../../ui/ConfirmDialog.tsx';
import { FailureAlert } from '../../../../ui/FailureAlert.tsx';
import { validateWith } from '../../../../ui/formErrors.tsx';
import classes from './Sets.module.css';

interface SaveSetProps {
  readonly sets: readonly AssumptionSet[];
  readonly assumptions: Assumptions;
}

const problemsOf = validateWith(laboratoryMethods['assumptionSets.save'].input);

/** Saves the assumptions on screen under a name; a name in use needs a confirmation. */
export function SaveSet({ sets, assumptions }: SaveSetProps) {
  const t = useText();
  const save = useWrite('assumptionSets.save');
  const [name, setName] = useState('');
  const [isTried, setTried] = useState(false);
  const [replaced, setReplaced] = useState<AssumptionSet | null>(null);
  const problem = problemsOf({ name, assumptions })['name'];
  const write = (over: AssumptionSet | null) => {
    save.mutate(over === null ? { name, assumptions } : { name, assumptions, version: over.version }, {
      onSuccess: () => {
        setName('');
        setTried(false);
        setReplaced(null);
      },
    });
  };
  const submit: SubmitEventHandler<HTMLFormElement> = (event) => {
    event.preventDefault();
    save.reset();
    setTried(true);
    if (problem !== undefined) return;
    const taken = sets.find((set) => set.name === name.trim());
    if (taken === undefined) write(null);
    else setReplaced(taken);
  };
  return (
    <>
      {save.error !== null && replaced === null && <FailureAlert failure={save.error.failure} />}
      <form onSubmit={submit}>
        <TextInput
          label={t('laboratory:sets.name')}
          value={name}
          error={isTried && problem}
          onChange={(event) => {
            setName(event.currentTarget.value);
          }}
          inputContainer={(input) => (
            <div className={classes.save}>
              {input}
              <Button type="submit" variant="default" loading={save.isPending && replaced === null}>
                {t('laboratory:sets.save')}
              </Button>
            </div>
          )}
        />
      </form>
      {replaced !== null && (
        <Replace
          set={replaced}
          isBusy={save.isPending}
          failure={save.error?.failure}
          onConfirm={() => {
            write(replaced);
          }}
          onClose={() => {
            save.reset();
            setReplaced(null);
          }}
        />
      )}
    </>
  );
}

interface ReplaceProps extends Pick<
  Parameters<typeof ConfirmDialog>[0],
  'isBusy' | 'failure' | 'onConfirm' | 'onClose'
> {
  readonly set: AssumptionSet;
}

function Replace({ set, ...rest }: ReplaceProps) {
  const t = useText();
  const format = useFormat();
  const title = t('laboratory:sets.replace', { name: set.name });
  return (
    <ConfirmDialog title={title} confirm={title} isDangerous {...rest}>
      {t('laboratory:sets.replaceText', { who: set.savedBy, at: format.instant(set.savedAt) })}
    </ConfirmDialog>
  );
}
