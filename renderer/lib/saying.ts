import { isActionsGroup, type SpotlightActionData, type SpotlightFilterFunction } from '@mantine/spotlight';
import { folded } from '#contract/ground/folded';

/** The entries that say what is typed, whatever its accents: those that say it in their names come first, then by their words. */
export const saying: SpotlightFilterFunction = (query, entries) => {
  const wanted = folded(query.trim());
  const says = (text: string) => folded(text).includes(wanted);
  const isNamed = ({ label = '' }: SpotlightActionData) => says(label);
  const isWorded = ({ keywords = '', description = '' }: SpotlightActionData) =>
    says(`${description} ${String(keywords)}`);
  const found = (all: readonly SpotlightActionData[]) => [
    ...all.filter(isNamed),
    ...all.filter((each) => !isNamed(each) && isWorded(each)),
  ];
  const groups = entries.filter(isActionsGroup).map((each) => ({ ...each, actions: found(each.actions) }));
  const isFirst = ({ actions: [first] }: (typeof groups)[number]) => first !== undefined && isNamed(first);
  return [
    ...found(entries.filter((each): each is SpotlightActionData => !isActionsGroup(each))),
    ...groups.filter(isFirst),
    ...groups.filter((each) => each.actions.length > 0 && !isFirst(each)),
  ];
};
