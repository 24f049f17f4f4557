import { fileURLToPath } from 'node:url';
import { type Catalogue, createCatalogueFrom } from '../../src/topics/catalogue.js';
import { readCatalogueSource } from '../../src/topics/read-source.js';

/** The shipped catalogue, from its YAML. */
export const source = readCatalogueSource(fileURLToPath(new URL('../../templates', import.meta.url)));
export const catalogue: Catalogue = createCatalogueFrom(source);
/** The shipped facts. */
export const factsDir = fileURLToPath(new URL('../../facts', import.meta.url));
/** The day on which the shipped facts were recorded. */
export const DAY = '2026-11-23';
