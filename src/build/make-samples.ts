import { readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { renderSample } from './render-sample.js';
import { readSample } from './sample.js';

const folder = fileURLToPath(new URL('../../templates/questionnaires/', import.meta.url));

/** Makes every sample questionnaire anew from its description. The same description gives the same bytes. */
for (const name of readdirSync(folder).filter((file) => file.endsWith('.yaml'))) {
  const target = name.replace(/\.yaml$/, '.xlsx');
  writeFileSync(`${folder}${target}`, await renderSample(readSample(`${folder}${name}`)));
  process.stdout.write(`templates/questionnaires/${target}\n`);
}
