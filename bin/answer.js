#!/usr/bin/env node
import { main } from '../dist/main.js';

// A reader that stops early (`answer ask ... | head`) closes the pipe: that ends the output, it is no error.
process.stdout.on('error', (error) => {
  if (error.code === 'EPIPE') return;
  const why = error.code === 'ENOSPC' ? 'the disk is full; make room' : error.message;
  process.stderr.write(`The output could not be written: ${why}.\n`);
  process.exit(2);
});

// The local day: `new Date().toISOString()` would give yesterday's or tomorrow's near midnight.
const now = new Date();
const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
  .map((n) => String(n).padStart(2, '0'))
  .join('-');
const { argv, stdout, stderr, env } = process;

process.exitCode = await main({ argv: argv.slice(2), cwd: process.cwd(), stdout, stderr, env, today });
