import { Choice, type ChoiceProps } from './Choice.tsx';
import classes from './ListBar.module.css';

interface FilterChoiceProps extends ChoiceProps {
  readonly label: string;
}

/** The theme's labels are above their fields. */
const beside = { label: { margin: 0, fontSize: 12, fontWeight: 400 } };

/** A choice on the line of filters: named beside it, and as wide as what is chosen. */
export function FilterChoice(props: FilterChoiceProps) {
  const { root = '', label = '', input = '' } = classes;
  return <Choice size="xs" classNames={{ root, label, input }} styles={beside} {...props} />;
}
