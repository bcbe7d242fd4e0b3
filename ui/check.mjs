// Holds the build to its budget and the components to their promises, in a real browser: weight, axe, mirror,
// reflow, high contrast, target size, paper, and no request or style the content policy forbids.
import { readFileSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { serve } from './gallery.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const shots = `${here}shots`;
const axe = readFileSync(`${here}node_modules/axe-core/axe.min.js`, 'utf8');
const failures = [];

function expect(holds, what) {
  console.log(`${holds ? 'ok  ' : 'FAIL'} ${what}`);
  if (!holds) failures.push(what);
}

function checkWeight() {
  const manifest = JSON.parse(readFileSync(`${here}dist/manifest.json`));
  const kilobytes = (...names) => names.reduce((sum, name) => sum + (manifest[name].brotli ?? manifest[name].bytes), 0) / 1024;
  const within = (what, limit, ...names) => expect(kilobytes(...names) <= limit, `${what}: ${kilobytes(...names).toFixed(1)} of ${limit} KB`);
  within('style sheet', 12, 'app.css');
  within('script', 2, 'app.js');
  within('Om Sans', 26, 'om-sans-400.woff2', 'om-sans-700.woff2');
  within('Om Arabic', 26, 'om-arabic-400.woff2', 'om-arabic-700.woff2');
  within('Om Naskh', 30, 'om-naskh-400.woff2', 'om-naskh-700.woff2');
  within('language names', 5, 'om-names.woff2');
  expect(manifest['app.js'].bytes <= 4096, `script unpacked: ${manifest['app.js'].bytes} of 4096 bytes`);
}

/** Runs in the page: the box of every element whose place is its own, and not decided by the words before it. */
function boxes() {
  const inText = (element) => getComputedStyle(element).display === 'inline';
  return [...document.body.querySelectorAll('*:not(svg *, option, br)')]
    .filter((element) => !inText(element) && element.checkVisibility() && element.getBoundingClientRect().width > 1)
    .map((element) => {
      const { x, width } = element.getBoundingClientRect();
      return { what: `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`, x, width };
    });
}

async function checkMirror(page, width) {
  await page.evaluate(() => {
    for (const element of document.body.querySelectorAll('[dir]')) element.removeAttribute('dir');
    document.documentElement.dir = 'ltr';
  });
  const before = await page.evaluate(boxes);
  await page.evaluate(() => { document.documentElement.dir = 'rtl'; });
  const after = await page.evaluate(boxes);
  const whole = await page.evaluate(() => document.documentElement.clientWidth);
  const wrong = before.filter((box, at) => Math.abs(after[at].x - (whole - (box.x + box.width))) > 2);
  expect(wrong.length === 0, `mirror at ${width}: ${wrong.length} of ${before.length} elements misplaced`);
  for (const { what, x } of wrong.slice(0, 12)) console.log(`     ${what} at ${Math.round(x)}`);
}

async function checkReflow(page, what) {
  const { wide, culprits } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    culprits: [...document.body.querySelectorAll('*')]
      .filter((one) => one.getBoundingClientRect().right > innerWidth + 1 || one.getBoundingClientRect().left < -1)
      .filter((one) => !one.closest('.om-visually-hidden, thead, caption, .skipnav'))
      .map((one) => `${one.tagName.toLowerCase()}.${one.getAttribute('class') ?? ''} ${one.textContent.trim().slice(0, 30)}`),
  }));
  expect(wide <= 320, `reflow at 320, ${what}: ${wide} px wide`);
  for (const culprit of wide > 320 ? culprits.slice(0, 8) : []) console.log(`     ${culprit}`);
}

async function checkAxe(page, what) {
  const devtools = await page.context().newCDPSession(page);
  const { frameTree } = await devtools.send('Page.getFrameTree');
  const { executionContextId: contextId } = await devtools.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
  await devtools.send('Runtime.evaluate', { contextId, expression: axe });
  const { result } = await devtools.send('Runtime.evaluate', {
    contextId, awaitPromise: true, returnByValue: true,
    expression: `axe.run(document, { runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice'] })
      .then((found) => found.violations.map((one) => one.id + ': ' + one.nodes.map((node) => node.target.join(' ')).slice(0, 4).join(' | ')))`,
  });
  expect(result.value.length === 0, `axe, ${what}: ${result.value.length} violations`);
  for (const violation of result.value) console.log(`     ${violation}`);
}

/** Everything one presses, except links inside running text, is at least 44 px high. */
async function checkTargets(page, what) {
  const small = await page.evaluate(() => [...document.querySelectorAll('a, button, summary, select, input:not([type=hidden]), label')]
    .filter((one) => one.checkVisibility() && getComputedStyle(one).display !== 'inline')
    .filter((one) => !one.matches('.skipnav, .form-radio, .form-checkbox, .form-label'))
    .filter((one) => one.getBoundingClientRect().height < 43.9)
    .map((one) => `${one.tagName.toLowerCase()}.${one.className} ${one.getBoundingClientRect().height}`));
  expect(small.length === 0, `targets, ${what}: ${small.length} under 44 px`);
  for (const one of small) console.log(`     ${one}`);
}

async function checkForcedColours(page) {
  await page.emulateMedia({ forcedColors: 'active' });
  const [one, other] = [await page.locator('#r1').screenshot(), await page.locator('#r3').screenshot()];
  expect(!one.equals(other), 'high contrast: a chosen radio button looks different');
  await page.emulateMedia({ forcedColors: 'none' });
}

/** The script against a browser with one voice of its own and one far away, and a reader who says no, then yes. */
async function checkScript(browser, origin) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(() => {
    window.spoken = [];
    window.SpeechSynthesisUtterance = function (text) { this.text = text; };
    const voices = [{ lang: 'da-DK', localService: false, name: 'far' }, { lang: 'da-DK', localService: true, name: 'near' }];
    Object.defineProperty(window, 'speechSynthesis', {
      value: { getVoices: () => voices, speak: (one) => window.spoken.push(`${one.voice.name}: ${one.text}`), cancel() {} },
    });
  });
  const denied = 'Vi kan ikke se, hvor du er. Skriv din by i stedet.';
  await page.goto(`${origin}?lang=da`);
  await page.click('[data-om-read]');
  const spoken = await page.evaluate(() => window.spoken);
  expect(spoken[0] === 'near: Hvad har du brug for hjælp til?', `read aloud with a voice of the machine: ${spoken.length} lines`);
  expect((await page.textContent('[data-om-read]')) === 'Stop oplæsning', 'read aloud can be stopped');
  await page.click('[data-om-read]');
  expect((await page.textContent('[data-om-read]')) === 'Læs højt', 'read aloud can be started again');
  await page.click('[data-om-near]');
  await page.waitForSelector('.om-near-status:not(:empty)');
  expect((await page.textContent('.om-near-status')) === denied, 'near me says what to do when the answer is no');
  await context.grantPermissions(['geolocation'], { origin });
  await context.setGeolocation({ latitude: 55.709123, longitude: 9.535987 });
  await Promise.all([page.waitForURL(/lat=/), page.click('[data-om-near]')]);
  expect(page.url().includes('lat=55.709&lon=9.536'), 'near me sends three decimals');
  await page.goto(`${origin}?lang=tr`);
  expect(!(await page.isVisible('[data-om-read]')), 'no reading button where no voice speaks the language');
  await context.close();
  const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await plain.goto(origin);
  expect(!(await plain.isVisible('[data-om-near], [data-om-print], [data-om-read]')), 'without the script no button promises what it cannot do');
}

async function checkPaper(page) {
  await page.emulateMedia({ media: 'print' });
  const small = await page.evaluate(() => Math.min(...[...document.querySelectorAll('main p, main li, main td, main dd, main address')]
    .filter((one) => one.checkVisibility()).map((one) => parseFloat(getComputedStyle(one).fontSize))));
  expect(small >= 14 * 96 / 72, `paper: smallest body text ${(small * 72 / 96).toFixed(1)} pt`);
  await page.pdf({ path: `${shots}/paper.pdf`, format: 'A4' });
  await page.emulateMedia({ media: 'screen' });
}

const textSpacing = '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }';

checkWeight();
mkdirSync(shots, { recursive: true });
const server = await serve(0);
const origin = `http://127.0.0.1:${server.address().port}/`;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
});

async function open(query, width, options = {}) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, ...options });
  const page = await context.newPage();
  page.on('console', (message) => { if (message.type() === 'error') expect(false, `console at ${query}: ${message.text()}`); });
  page.on('pageerror', (error) => expect(false, `script at ${query}: ${error.message}`));
  await page.goto(`${origin}?${query}`);
  await page.evaluate(() => document.fonts.ready);
  return page;
}

for (const lang of ['da', 'ar']) {
  for (const width of [1280, 360]) {
    const page = await open(`lang=${lang}`, width);
    await page.screenshot({ path: `${shots}/${lang}-${width}.png`, fullPage: true });
    await checkAxe(page, `${lang} ${width}`);
    await checkTargets(page, `${lang} ${width}`);
    if (lang === 'da') await checkMirror(page, width);
    await page.context().close();
  }
}
for (const [query, style] of [['lang=da', ''], ['lang=ar', ''], ['size=l', ''], ['size=xl', ''], ['lang=da', textSpacing]]) {
  const page = await open(query, 320, { bypassCSP: true });
  if (style) await page.addStyleTag({ content: style });
  await checkReflow(page, style ? 'text spacing' : query);
  await page.screenshot({ path: `${shots}/320-${query.replace('=', '-')}${style ? '-spaced' : ''}.png`, fullPage: true });
  await page.context().close();
}
const page = await open('lang=da', 1280);
await checkForcedColours(page);
await page.emulateMedia({ forcedColors: 'active' });
await page.screenshot({ path: `${shots}/forced-colours.png`, fullPage: true });
await page.emulateMedia({ forcedColors: 'none' });
await checkPaper(page);
await checkScript(browser, origin);

await browser.close();
server.close();
if (failures.length) {
  console.error(`${failures.length} failed`);
  process.exitCode = 1;
}
