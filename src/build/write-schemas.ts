import { mkdirSync, writeFileSync } from 'node:fs';
import { renderSchema, yamlKinds } from './schemas.js';

const folder = new URL('../../templates/schema/', import.meta.url);

mkdirSync(folder, { recursive: true });
for (const kind of yamlKinds) {
  writeFileSync(new URL(`${kind.name}.schema.json`, folder), renderSchema(kind));
  process.stdout.write(`templates/schema/${kind.name}.schema.json\n`);
}
