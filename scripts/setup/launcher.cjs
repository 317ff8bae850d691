// Replaces Electron's default application, which the fallback runtime lacks: `electron [-r FILE]... FOLDER`.
const { readFileSync } = require('node:fs');
const { join, resolve } = require('node:path');
const { app } = require('electron');

const preloads = process.argv.flatMap((argument, at) => (argument === '-r' ? [process.argv[at + 1]] : []));
preloads.forEach((file) => require(file));

// Read again: a preload (Playwright's) may have taken its own arguments away.
const folder = process.argv.slice(1).find((argument) => !argument.startsWith('-') && !preloads.includes(argument));
if (folder === undefined) throw new Error('Usage: electron FOLDER');
const root = resolve(folder);
const { name, productName, version, main } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
app.setName(productName ?? name);
app.setVersion(version);
app.setAppPath(root);
require(join(root, main));
