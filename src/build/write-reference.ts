import { readFileSync, writeFileSync } from 'node:fs';
import { renderReadme } from './reference.js';

const readme = new URL('../../README.md', import.meta.url);

writeFileSync(readme, await renderReadme(readFileSync(readme, 'utf8')));
process.stdout.write('README.md\n');
