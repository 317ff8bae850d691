/**
 * The rooms of the house from the ground up, each with the others that it may import: nothing points up. The same names are used in `db/`,
 * `electron/contract/` and `renderer/features/`. `entry` composes the others and may import them all.
 */
const rooms = {
  ground: [],
  estimator: [],
  store: ['ground'],
  accounts: ['documents', 'store', 'ground'],
  ledger: ['store', 'ground'],
  documents: ['ground'],
  casework: ['documents', 'ledger', 'accounts', 'store', 'ground'],
  statistics: ['estimator', 'casework', 'documents', 'ledger', 'accounts', 'store', 'ground'],
  custody: ['casework', 'documents', 'ledger', 'accounts', 'store', 'ground'],
  intake: ['casework', 'documents', 'ledger', 'accounts', 'store', 'ground'],
  reporting: ['statistics', 'estimator', 'casework', 'documents', 'ledger', 'accounts', 'store', 'ground'],
};

/** Folders of the rooms, one in each layer of the program. */
const layers = ['db', 'electron/contract', 'renderer/features'];

/** One rule for each room and layer: what it imports of that layer, and of the contract, is on its own floor's list. */
const floorRules = Object.entries(rooms).flatMap(([room, below]) =>
  layers.map((layer) => {
    const seen = layer === 'db' ? '(db|electron/contract)' : layer;
    const allowed = `^${seen}/(${[room, ...below].join('|')})/`;
    const everyone = '^electron/contract/((index|acts)\\.ts|words/)';
    return {
      name: `floors-${room}-in-${layer.replace('/', '-')}`,
      severity: 'error',
      from: { path: `^${layer}/${room}/` },
      to: { path: `^${seen}/`, pathNot: [allowed, everyone] },
    };
  }),
);

/** Files of a layer belong to a room, so that no rule is escaped by a folder of another name. */
const inNoRoom = layers.map((layer) => ({
  name: `every-file-has-a-room-in-${layer.replace('/', '-')}`,
  severity: 'error',
  from: {},
  to: {
    path: `^${layer}/`,
    pathNot: [
      `^${layer}/(${[...Object.keys(rooms), 'entry'].join('|')})/`,
      '^electron/contract/((index|acts)\\.ts|words/)',
    ],
  },
}));

module.exports = { rooms, layers, floorRules: [...floorRules, ...inNoRoom] };
