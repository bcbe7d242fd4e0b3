// Builds ui/dist: the style sheet, the fonts, the icons, the script, and the manifest the server reads.
// Every file the browser fetches carries its hash in its name, so it may be kept for ever.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { transform } from 'lightningcss';
import postcss from 'postcss';
import * as sass from 'sass';
import { readIcons } from './icons.mjs';
import { logical } from './logical.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const modules = `${here}node_modules`;
const dkfds = `${modules}/dkfds/src`;
const dist = `${here}dist`;
const manifest = {};

/** Writes an asset under its hashed name, enters it in the manifest and returns the hashed name. */
function put(name, content) {
  if (manifest[name]) return manifest[name].file;
  const bytes = Buffer.from(content);
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
  const file = name.replace(/(\.[a-z0-9]+)$/, `.${hash}$1`);
  writeFileSync(`${dist}/${file}`, bytes);
  manifest[name] = { file, hash, bytes: bytes.length, brotli: null };
  if (!name.endsWith('.woff2')) {
    const packed = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
    writeFileSync(`${dist}/${file}.br`, packed);
    writeFileSync(`${dist}/${file}.gz`, gzipSync(bytes, { level: 9 }));
    manifest[name].brotli = packed.length;
  }
  return file;
}

/** A Python that has fontTools; the one first on the path may not be the one the package manager filled. */
function python() {
  const found = ['python3', '/usr/bin/python3'].find(
    (command) => spawnSync(command, ['-c', 'import fontTools, brotli']).status === 0,
  );
  if (!found) throw new Error('no python3 with fontTools and brotli: install fonttools and python3-brotli');
  return found;
}

function buildFonts() {
  const raw = `${dist}/raw`;
  mkdirSync(raw);
  const run = spawnSync(python(), [`${here}fonts.py`, modules, raw], { stdio: 'inherit' });
  if (run.status !== 0) throw new Error('could not cut the fonts');
  for (const file of readdirSync(raw).sort()) put(file, readFileSync(`${raw}/${file}`));
  rmSync(raw, { recursive: true });
}

/** Points `url(name)` at the hashed name; pictures that dkfds brings are taken along. */
const linkAssets = {
  postcssPlugin: 'link-assets',
  Declaration(decl) {
    decl.value = decl.value.replace(/url\(["']?([\w-]+\.(?:svg|woff2))["']?\)/g, (_, name) => {
      const file = name.endsWith('.svg') ? put(name, readFileSync(`${dkfds}/img/svg-icons/${name}`)) : manifest[name].file;
      return `url(${file})`;
    });
  },
};

/** Letters are laid out for their envelope, so nothing in theirs turns with the language. */
function buildStyle(name, plugins) {
  const { css } = sass.compile(`${here}style/${name}.scss`, {
    charset: false,
    quietDeps: true,
    silenceDeprecations: ['if-function'],
    loadPaths: [`${dkfds}/stylesheets`, `${here}style`],
  });
  const linked = postcss(plugins).process(css, { from: undefined }).css;
  put(`${name}.css`, transform({ filename: `${name}.css`, code: Buffer.from(linked), minify: true }).code);
}

/** A script without what only its reader needs: comments, and the room before a line. */
function script(name) {
  return readFileSync(`${here}${name}.js`, 'utf8').replace(/\/\*[\s\S]*?\*\/\n?/g, '').replace(/^\s+/gm, '');
}

function buildIcons() {
  const icons = readIcons(modules);
  mkdirSync(`${dist}/icons`);
  for (const [name, { viewBox, body }] of Object.entries(icons)) {
    writeFileSync(`${dist}/icons/${name}.svg`, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}">${body}</svg>\n`);
  }
  writeFileSync(`${dist}/icons.json`, JSON.stringify(icons, null, 1));
}

function copyLicences() {
  const licences = {
    'dkfds.txt': 'dkfds/LICENSE.md',
    'ibm-plex-sans.txt': 'dkfds/src/fonts/IBMPlexSans/complete/ttf/license.txt',
    'noto-sans-arabic.txt': '@expo-google-fonts/noto-sans-arabic/LICENSE_FONT',
    'noto-naskh-arabic.txt': '@expo-google-fonts/noto-naskh-arabic/LICENSE_FONT',
    'material-symbols.txt': '@material-symbols/svg-400/LICENSE',
  };
  mkdirSync(`${dist}/licences`);
  for (const [name, source] of Object.entries(licences)) {
    writeFileSync(`${dist}/licences/${name}`, readFileSync(`${modules}/${source}`));
  }
}

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);
buildFonts();
buildStyle('app', [logical, linkAssets]);
buildStyle('letter', [linkAssets]);
buildStyle('practice', [logical, linkAssets]);
buildStyle('class', [logical, linkAssets]);
for (const name of ['app', 'class', 'seat']) put(`${name}.js`, script(name));
put('favicon.svg', readFileSync(`${here}img/favicon.svg`));
buildIcons();
copyLicences();
writeFileSync(`${dist}/manifest.json`, `${JSON.stringify(manifest, null, 2)}\n`);
