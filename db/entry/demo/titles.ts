/** As units name their files: a word that says nothing of the persons. */
const words = [
  'Bleuet',
  'Cedar',
  'Harfang',
  'Maple',
  'Loutre',
  'Larch',
  'Outarde',
  'Hemlock',
  'Quenouille',
  'River',
  'Sapin',
  'Otter',
] as const;

const subjects = [
  'Compte de messagerie / Messaging account',
  'Compte d’hébergement de fichiers / File-hosting account',
  'Adresse IP et fournisseur / IP address and provider',
  'Compte de jeu en ligne / Online gaming account',
  'Profil de réseau social / Social media profile',
] as const;

/** What the team calls a file and what it is about, by its number; each eighth file has neither yet. */
export function namesOf(number: string): { readonly title: string; readonly subject: string } | null {
  const place = Number(number.slice(-5));
  if (place % 8 === 0) return null;
  return {
    title: `${words[place % words.length] ?? words[0]} ${String(place)} (fictif)`,
    subject: `(Fictif / Fictitious) ${subjects[place % subjects.length] ?? subjects[0]}`,
  };
}
