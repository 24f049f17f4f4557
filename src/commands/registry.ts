import { ask } from './ask.js';
import { check } from './check.js';
import type { Command } from './command.js';
import { drift } from './drift.js';
import { factsheet } from './factsheet.js';
import { fill } from './fill.js';
import { init } from './init.js';
import { inspect } from './inspect.js';
import { test } from './test.js';

/** Every command, in the order of the help. Help, README and dispatch derive from this list. */
export const commands: readonly Command[] = [fill, ask, inspect, test, check, drift, factsheet, init];
