import type { FailureWords } from './words.ts';

/** Of exchanges with another unit. */
export const frenchExchanges = {
  not_an_exchange_file: [
    'Ce n’est pas le fichier demandé ici',
    'Rien n’a été lu. Donnez le fichier de clé, la demande ou la réponse que l’autre unité a exporté.',
  ],
  exchange_tampered: [
    'Le fichier a été modifié après sa signature',
    'Rien n’a été lu. Demandez à l’autre unité de l’exporter de nouveau et cherchez ce qui est arrivé à celui-ci.',
  ],
  exchange_newer: [
    'Ce fichier a été produit par une version plus récente de Vigie',
    'Rien n’a été lu. Installez la version plus récente pour le lire.',
  ],
  exchange_expired: [
    'Le dernier jour de l’échange est passé',
    'Aucun de ses fichiers ne peut plus être produit ni lu. Au besoin, commencez un autre échange avec une nouvelle clé.',
  ],
  exchange_unknown: [
    'Ce fichier n’appartient à aucun de vos échanges',
    'Rien n’a été lu. Il est peut-être destiné à une autre unité, ou répond à une demande qui n’est pas partie d’ici.',
  ],
  exchange_own_file: [
    'Ce fichier a été produit dans cet espace',
    'Rien n’a été lu. Il est destiné à l’autre unité : envoyez-le et lisez celui qu’elle vous renvoie.',
  ],
  exchange_key_wrong: [
    'La clé commune n’est pas la même des deux côtés',
    'Rien n’a été modifié. Comparez ce qui a été tapé avec la clé convenue ; une clé introuvable demande un nouvel échange.',
  ],
  exchange_key_not_confirmed: [
    'La clé de l’autre unité n’est pas confirmée',
    'Rien n’a été lu. Recevez d’abord son fichier de clé et comparez l’empreinte avec elle.',
  ],
  exchange_ended: [
    'Cet échange a pris fin',
    'Ses clés sont effacées et aucun de ses fichiers ne peut être lu. Commencez un autre échange avec une nouvelle clé.',
  ],
} as const satisfies Partial<FailureWords['reasons']>;
