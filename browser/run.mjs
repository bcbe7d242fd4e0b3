// Checks the program in a real browser. `node run.mjs --binary PATH [--only NAME]`; see README.md.
import { parseArgs } from 'node:util';
import { gallery } from './gallery.mjs';
import { launch } from './support/browser.mjs';
import { Report } from './support/report.mjs';

const { values: options } = parseArgs({
  options: { binary: { type: 'string' }, only: { type: 'string' }, gallery: { type: 'boolean' } },
});
if (!options.binary && !options.gallery) {
  console.error('give --binary PATH, the program to check, or --gallery');
  process.exit(2);
}

const report = new Report();
const browser = await launch();
try {
  if (options.gallery) await gallery({ browser, report });
} finally {
  await browser.close();
}
report.close();
process.exitCode = report.failed ? 1 : 0;
