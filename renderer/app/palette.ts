import { createSpotlight, type SpotlightActionGroupData } from '@mantine/spotlight';
import { folded } from '#contract/ground/folded';

/** The one command palette: its state, and `palette.open()`. */
export const [paletteStore, palette] = createSpotlight();

/** With an entry whose whole name was typed before all that only contain it: Enter goes to "Backlog" and not to its estimate. */
export function exactFirst(
  groups: readonly SpotlightActionGroupData[],
  query: string,
): readonly SpotlightActionGroupData[] {
  const wanted = folded(query.trim());
  const isWanted = ({ label }: { readonly label?: string }) => folded(label ?? '') === wanted;
  const named = groups.find(({ actions }) => actions.some(isWanted));
  if (named === undefined) return groups;
  const actions = [...named.actions.filter(isWanted), ...named.actions.filter((each) => !isWanted(each))];
  return [{ ...named, actions }, ...groups.filter((each) => each !== named)];
}
