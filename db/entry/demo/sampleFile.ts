import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { addDays } from '../../ground/kernel/days.ts';
import { chanceOf } from './chance.ts';
import type { DemonstrationDays } from './days.ts';
import { seed } from './names.ts';

const rows = 120;
const header = ['Date de réception', 'Source', 'Numéro externe', 'Unité', 'Priorité', 'Résumé'];

/** A file as a records system would write it: French headings, semicolons, and the mistakes that files have. */
export function writeSampleFile(folder: string, { lastDay }: DemonstrationDays): void {
  const chance = chanceOf(seed, 'sample file');
  const first = addDays(lastDay, -50);
  const lines = Array.from({ length: rows }, (_, index) => {
    const day = addDays(first, chance.whole(0, 48));
    const number = `FDR-S${String(200_000 + index)}`;
    const unit = chance.one(['U01', 'U02', 'U03']);
    return [
      day,
      chance.one(['CNCEE', 'Cyberaide.ca', 'Public']),
      number,
      unit,
      chance.one(['1', '2', '3', '']),
      'Exemple fictif',
    ];
  });
  const bad = [
    [`${lastDay.slice(0, 4)}-02-31`, 'CNCEE', 'FDR-S300001', 'U01', '1', 'Date impossible'],
    [addDays(first, 4), 'CNCEE', 'FDR-S300002', 'U99', '1', 'Unité inconnue'],
    [addDays(first, 5), 'CNCEE', 'FDR-S200000', 'U01', '2', 'Numéro déjà dans le fichier'],
    [addDays(first, 6), 'Inconnue', 'FDR-S300004', 'U02', '', 'Source inconnue'],
  ];
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'signalements.csv'), stringify([header, ...lines, ...bad], { delimiter: ';', bom: true }));
}
