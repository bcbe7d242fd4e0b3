// Serves components.html with the built assets under the content policy the server sends. Alone: `npm run gallery`.
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const policy = "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'";
const types = { html: 'text/html; charset=utf-8', css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml', woff2: 'font/woff2' };

const symbol = (icons, name) => {
  if (!icons[name]) throw new Error(`no icon named ${name}`);
  return `<symbol id="i-${name}" viewBox="${icons[name].viewBox}">${icons[name].body}</symbol>`;
};

/** The gallery with its icons, in the language and text size asked for. */
function page({ lang = 'da', size = 'm' }) {
  const icons = JSON.parse(readFileSync(`${here}dist/icons.json`));
  const html = readFileSync(`${here}components.html`, 'utf8');
  const used = [...new Set([...html.matchAll(/href="#i-([a-z0-9_]+)"/g)].map(([, name]) => name))];
  const dir = lang === 'ar' || lang === 'ur' ? 'rtl' : 'ltr';
  return html
    .replace('<!-- symbols -->', `<svg hidden>${used.map((name) => symbol(icons, name)).join('')}</svg>`)
    .replace('<html lang="da" dir="ltr">', `<html lang="${lang}" dir="${dir}" class="om-${size}">`);
}

/** A running server; `port` 0 takes any free one. */
export function serve(port) {
  const server = createServer((request, response) => {
    const url = new URL(request.url, 'http://localhost');
    const name = url.pathname.slice(1);
    try {
      const manifest = JSON.parse(readFileSync(`${here}dist/manifest.json`));
      const file = manifest[name]?.file ?? name;
      const body = name ? readFileSync(`${here}dist/${file}`) : page(Object.fromEntries(url.searchParams));
      response.setHeader('content-type', name ? types[name.split('.').pop()] : types.html);
      response.setHeader('content-security-policy', policy);
      response.end(body);
    } catch (error) {
      response.writeHead(error.code === 'ENOENT' ? 404 : 500).end(String(error.message));
    }
  });
  return new Promise((started) => server.listen(port, '127.0.0.1', () => started(server)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const server = await serve(Number(process.env.PORT ?? 4100));
  console.log(`http://127.0.0.1:${server.address().port}/ (?lang=ar, ?size=xl)`);
}
