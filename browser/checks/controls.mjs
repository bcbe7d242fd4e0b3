// Sees every gate fail on a page full of mistakes. A gate that finds nothing there finds nothing anywhere.
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { WIDE, fresh, listen, settled } from '../support/browser.mjs';
import { weigh } from '../support/scale.mjs';

/** How many of the mistakes a gate must find, where one is too few. */
const LEAST = { axe: 5, ground: 7, words: 3 };
const POLICY = "default-src 'none'; style-src 'self'; img-src 'self'";
const types = { html: 'text/html; charset=utf-8', css: 'text/css' };

function serve() {
  const server = createServer((request, response) => {
    const name = request.url === '/' ? 'seeded.html' : request.url.slice(1);
    const type = types[name.split('.').pop()];
    if (!['seeded.html', 'seeded.css'].includes(name)) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': type, 'content-security-policy': POLICY });
    return response.end(readFileSync(new URL(`../support/${name}`, import.meta.url)));
  });
  return new Promise((started) => server.listen(0, '127.0.0.1', () => started(server)));
}

export async function controls({ browser, report }, gates) {
  const server = await serve();
  const context = await fresh(browser, WIDE);
  for (const gate of gates) {
    const page = await context.newPage();
    const noise = listen(page);
    const parts = await weigh(page);
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    await settled(page);
    await report.run('control', `${gate.kind} fails on the seeded page`, async () => {
      const found = await gate.find(page, { name: 'the seeded page', noise, parts, lang: 'ar', width: WIDE, audience: 'citizen', url: page.url() });
      const least = LEAST[gate.kind] ?? 1;
      return found.length >= least ? [] : [`found ${found.length} problems, not ${least}`, ...found];
    });
    await page.close();
  }
  await context.close();
  server.close();
}
