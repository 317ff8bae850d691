export { readersByNode } from '../../ground/foreign/startNode.ts';
export { prepareDemonstration } from './prepare.ts';
export { differences, shipDemonstration } from './ship.ts';
