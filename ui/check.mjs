// Holds the build to its budget. How the components look and behave is checked in a browser: see ../browser/.
import { readFileSync } from 'node:fs';

const manifest = JSON.parse(readFileSync(new URL('dist/manifest.json', import.meta.url)));

function within(what, limit, ...names) {
  const kilobytes = names.reduce((sum, name) => sum + (manifest[name].brotli ?? manifest[name].bytes), 0) / 1024;
  const holds = kilobytes <= limit;
  console.log(`${holds ? 'ok  ' : 'FAIL'} ${what}: ${kilobytes.toFixed(1)} of ${limit} KB`);
  if (!holds) process.exitCode = 1;
}

within('style sheet', 12, 'app.css');
within('style sheet of letters', 1, 'letter.css');
within('style sheet of practice', 1.5, 'practice.css');
within('style sheet of classes', 1.5, 'class.css');
within('script', 1.5, 'app.js');
within('script of a class for its teacher', 1, 'class.js');
within('script of a class for its learners', 1, 'seat.js');
within('Om Sans', 26, 'om-sans-400.woff2', 'om-sans-700.woff2');
within('Om Arabic', 26, 'om-arabic-400.woff2', 'om-arabic-700.woff2');
within('Om Naskh', 30, 'om-naskh-400.woff2', 'om-naskh-700.woff2');
within('language names', 5, 'om-names.woff2');
