// Walks each journey twice: without any script, and with the keyboard alone.
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { WIDE, fresh } from '../support/browser.mjs';
import { Keyboard, Pointer } from '../support/hands.mjs';

const PICTURES = fileURLToPath(new URL('../out/', import.meta.url));

export async function walk({ browser, report, origin }, journeys) {
  for (const [means, Hand] of [['no script', Pointer], ['keyboard', Keyboard]]) {
    for (const journey of journeys) {
      await report.run('journey', `${journey.name} (${means})`, async () => {
        const context = await fresh(browser, WIDE, Hand.options);
        const page = await context.newPage();
        try {
          await journey.walk(new Hand(page), origin);
        } catch (error) {
          const picture = `${PICTURES}${journey.name.replace(/[^a-zæøå]+/gi, '-')}-${means.replace(' ', '-')}.png`;
          mkdirSync(PICTURES, { recursive: true });
          await page.screenshot({ path: picture, fullPage: true });
          throw new Error(`${error.message}\nat ${page.url()}\nsee ${picture}`);
        } finally {
          await context.close();
        }
      });
    }
  }
}
