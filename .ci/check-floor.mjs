// Scores the tool on labelled questions and compares with .ci/floor.json, which may only rise.
//
//   node .ci/check-floor.mjs LABELLED_FOLDER PROJECT_FOLDER
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [labelled, project] = process.argv.slice(2);
const floor = JSON.parse(readFileSync(new URL('floor.json', import.meta.url), 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'floor-'));
const figures = join(folder, 'figures.json');
execFileSync(
  process.execPath,
  [join(labelled, 'score.mjs'), '--cmd', 'npx answer', '--dir', labelled, '--json-out', figures],
  { cwd: project, stdio: ['ignore', 'inherit', 'inherit'] },
);
const measured = new Map(JSON.parse(readFileSync(figures, 'utf8')).map((set) => [set.set, set]));
rmSync(folder, { recursive: true });

const RATIOS = ['precision', 'recall', 'help', 'silence'];
/** Figures are kept with four digits. */
const round = (value) => Math.round(value * 10_000) / 10_000;
const failures = [];
const better = [];
for (const [name, least] of Object.entries(floor)) {
  const set = measured.get(name);
  if (set === undefined) {
    failures.push(`${name}: not measured`);
    continue;
  }
  for (const ratio of RATIOS) {
    if (round(set[ratio]) < least[ratio])
      failures.push(`${name}: ${ratio} ${round(set[ratio])} is below ${least[ratio]}`);
    if (round(set[ratio]) > least[ratio]) better.push(`${name}.${ratio} ${round(set[ratio])}`);
  }
  if (set.claimedOnN > least.claimedOnN) {
    failures.push(
      `${name}: ${set.claimedOnN} answers that the facts do not carry, at most ${least.claimedOnN} allowed`,
    );
  }
}
if (better.length > 0) console.log(`above the floor, raise it in .ci/floor.json: ${better.join(', ')}`);
if (failures.length > 0) {
  console.error(failures.join('\n'));
  process.exitCode = 1;
} else console.log('no figure is below its floor');
