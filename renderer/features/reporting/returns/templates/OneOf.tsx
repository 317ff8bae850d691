import { Choice } from '../../../../ui/Choice.tsx';

interface OneOfProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly values: readonly T[];
  readonly name: (value: T) => string;
  readonly onChoose: (value: T) => void;
}

export function OneOf<T extends string>({ label, value, values, name, onChoose }: OneOfProps<T>) {
  return (
    <Choice
      label={label}
      value={value}
      options={values.map((each) => ({ value: each, label: name(each) }))}
      onChange={(chosen) => {
        const found = values.find((each) => each === chosen);
        if (found !== undefined) onChoose(found);
      }}
    />
  );
}
