import { readFileSync } from 'node:fs';
import draft04 from 'ajv-draft-04';
import formats from 'ajv-formats';
import { validateXML } from 'xmllint-wasm';

const read = (name: string): string => readFileSync(new URL(`schemas/${name}`, import.meta.url), 'utf8');

// The schema has patterns that are no regular expressions with the flag `u`.
const ajv = new draft04.default({ allErrors: true, strict: false, unicodeRegExp: false });
formats.default(ajv);
const validateSarif = ajv.compile(JSON.parse(read('sarif-2.1.0-rtm.5.json')));

/** What the JSON Schema of SARIF 2.1.0 has against a text: a line for each error, none where it is valid. */
export function sarifErrors(text: string): string[] {
  return validateSarif(JSON.parse(text))
    ? []
    : (validateSarif.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** What the schemas of Jenkins and of Ant have against JUnit XML, as `schema: error`; none where it fits both. */
export async function junitErrors(text: string): Promise<string[]> {
  const errors: string[] = [];
  for (const fileName of ['junit-jenkins.xsd', 'junit-ant.xsd']) {
    const schema = { fileName, contents: read(fileName) };
    const result = await validateXML({ xml: { fileName: 'report.xml', contents: text }, schema });
    errors.push(...result.errors.map(({ message }) => `${fileName}: ${message}`));
    if (!result.valid && result.errors.length === 0) errors.push(`${fileName}: ${result.rawOutput}`);
  }
  return errors;
}
