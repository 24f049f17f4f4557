import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { renderSchema, yamlKinds } from '../../src/build/schemas.js';
import { PROJECT } from '../commands/command-line.js';

/** Every YAML file of the package. */
const files = ['facts', 'templates'].flatMap((folder) =>
  readdirSync(join(PROJECT, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('.yaml') && !name.startsWith('templates/init/'))
    .sort(),
);

function read(path: string): string {
  return readFileSync(join(PROJECT, path), 'utf8');
}

describe('JSON Schemas', () => {
  it.each(yamlKinds)('$name is what the zod schema makes', (kind) => {
    expect(read(`templates/schema/${kind.name}.schema.json`), 'run `npm run schemas`').toBe(
      renderSchema(kind),
    );
  });

  it('are all that the folder holds', () => {
    const names = readdirSync(join(PROJECT, 'templates/schema')).map((name) =>
      name.replace('.schema.json', ''),
    );
    expect(names.sort()).toEqual(yamlKinds.map(({ name }) => name).sort());
  });

  it.each(files)('%s names its schema in its first line, and fits it', (path) => {
    const kinds = yamlKinds.filter((kind) => kind.files.test(path));
    expect(kinds).toHaveLength(1);
    const schema = `templates/schema/${kinds[0]?.name}.schema.json`;
    const way = relative(dirname(path), schema).replaceAll('\\', '/');
    expect(read(path).split('\n')[0]).toBe(`# yaml-language-server: $schema=${way}`);
    const result = z.fromJSONSchema(JSON.parse(read(schema))).safeParse(parse(read(path)));
    expect(result.error?.issues ?? []).toEqual([]);
  });

  it.each([
    ['a status', { status: 'sort_of' }],
    ['a key', { mounths: 1 }],
    ['a day', { recorded: 'yesterday' }],
  ])('refuse %s that does not fit', (_, wrong) => {
    const facts = z.fromJSONSchema(JSON.parse(read('templates/schema/facts.schema.json')));
    const file = parse(read('facts/security.yaml'));
    expect(facts.safeParse(file).success).toBe(true);
    file.facts[0] = { ...file.facts[0], ...wrong };
    expect(facts.safeParse(file).success).toBe(false);
  });
});
