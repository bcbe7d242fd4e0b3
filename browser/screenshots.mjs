// Takes the pictures of the README: `node screenshots.mjs --binary PATH --out DIR`.
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { NARROW, WIDE, fresh, launch, settled } from './support/browser.mjs';
import { startDemo } from './support/program.mjs';
import { people, session, steps } from './support/sign-in.mjs';
import { examples } from './support/site.mjs';

const { values: options } = parseArgs({ options: { binary: { type: 'string' }, out: { type: 'string' } } });
if (!options.binary || !options.out) {
  console.error('give --binary PATH and --out DIR');
  process.exit(2);
}

/** A list goes on; its beginning is enough. */
const TALLEST = 1500;
const SEARCH = '/find-hjaelp?near=Vejle&topic=mitid';

const demo = await startDemo(resolve(options.binary));
const browser = await launch();
mkdirSync(options.out, { recursive: true });
try {
  const librarian = await session(browser, demo.origin, people.librarian);
  const { place, point } = await examples(browser, demo.origin, librarian);
  const at = (path) => (page) => page.goto(demo.origin + path);
  const telephone = async (page) => {
    await steps.choose(page, demo.origin);
    await steps.leave(page);
    await steps.name(page, people.citizen);
    await steps.open(page);
  };
  for (const width of [WIDE, NARROW]) {
    await picture(`forside-${width}`, width, at('/?lang=da'));
    await picture(`find-hjaelp-da-${width}`, width, at(`${SEARCH}&lang=da`));
    await picture(`find-hjaelp-ar-${width}`, width, at(`${SEARCH}&lang=ar`));
    await picture(`sted-${width}`, width, at(place));
    await picture(`mitid-${width}`, width, telephone);
    await picture(`personale-${width}`, width, at(`${point}/details`), librarian);
  }
} finally {
  await browser.close();
  await demo.stop();
}

async function picture(name, width, open, storageState) {
  const context = await fresh(browser, width, { storageState, deviceScaleFactor: 1 });
  const page = await context.newPage();
  await open(page);
  await page.waitForLoadState();
  await settled(page);
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.screenshot({ path: `${options.out}/${name}.png`, fullPage: true, clip: { x: 0, y: 0, width, height: Math.min(whole, TALLEST) } });
  await context.close();
  console.log(`${name}.png`);
}
