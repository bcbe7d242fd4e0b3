// Checks the program in a real browser. `node run.mjs --binary PATH [--only NAME]`; see README.md.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gallery } from './gallery.mjs';
import { names, program } from './program.mjs';
import { launch } from './support/browser.mjs';
import { Report } from './support/report.mjs';

const { values: options } = parseArgs({
  options: { binary: { type: 'string' }, only: { type: 'string' }, gallery: { type: 'boolean' } },
});
if (!options.binary && !options.gallery) stop('give --binary PATH, the program to check, or --gallery');
if (options.only && !names.includes(options.only)) stop(`--only takes one of ${names.join(', ')}`);

function stop(why) {
  console.error(why);
  process.exit(2);
}

const report = new Report();
const browser = await launch();
try {
  if (options.gallery) await gallery({ browser, report });
  else await program({ browser, report, binary: resolve(options.binary) }, options.only);
} catch (error) {
  report.note('run', 'comes to its end', String(error.stack ?? error).split('\n'));
} finally {
  await browser.close();
}
report.close();
process.exitCode = report.failed ? 1 : 0;
