import type { Month } from '#contract/ground/dates';
import type { BuiltFile } from '../../../documents/files/builtFile.ts';
import { applicationVersion } from '../../../ground/kernel/versions.ts';

interface Described {
  readonly marking: string;
  readonly demonstration: boolean;
  readonly lastMonth: Month;
  readonly units: number;
}

const command = 'vigie analyse capacity --data panel.csv --spec specification.json --out result.json';

/** How the figures are computed again, and what the names that were left out change. */
export function readme({ marking, demonstration, lastMonth, units }: Described): BuiltFile {
  const text = `${marking}
${demonstration ? 'FICTITIOUS DATA / DONNÉES FICTIVES\n' : ''}
REPLICATION OF THE BACKLOG ESTIMATE
Vigie ${applicationVersion}. Months to ${lastMonth}. Units: ${units}.

panel.csv           one row for each unit and month, as the model reads them; an empty cell is not known
specification.json  columns, assumptions, seed and chain
expected.json       the result

With the same version of Vigie, in this folder:
  ${command}
result.json is then equal to expected.json, byte for byte.

Units have no names here, and their order says nothing. The random draws follow the names: figures differ from those
on screen and in a return by the error of the simulation. Counts and staff may still identify a unit to a person who knows it.

---

REPRODUCTION DE L’ESTIMATION DE L’ARRIÉRÉ
Vigie ${applicationVersion}. Mois jusqu’à ${lastMonth}. Unités : ${units}.

panel.csv           une ligne par unité et par mois, telle que le modèle la lit; une cellule vide est inconnue
specification.json  colonnes, hypothèses, germe et chaîne
expected.json       le résultat

Avec la même version de Vigie, dans ce dossier :
  ${command}
result.json est alors égal à expected.json, à l’octet près.

Les unités n’ont pas de nom ici et leur ordre ne dit rien. Les tirages dépendent des noms : les chiffres diffèrent de ceux
de l’écran et d’un rapport par l’erreur de simulation. Les dénombrements et l’effectif peuvent encore faire reconnaître une unité.
`;
  return { name: 'README.txt', bytes: Buffer.from(text, 'utf8') };
}
