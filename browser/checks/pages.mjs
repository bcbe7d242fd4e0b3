// Opens every page in every language and width that it has, and sends it through the gates.
import { fresh, listen, settled } from '../support/browser.mjs';
import { weigh } from '../support/scale.mjs';
import { gates, scales } from './gates.mjs';

const AT_ONCE = 3;

/** `variants` are `{ name, lang, width, audience, status, open }`; `open(page)` brings the page there. */
export async function pages({ browser, report }, variants, pass = gates) {
  const waiting = [...variants];
  const work = async () => {
    for (let variant = waiting.shift(); variant; variant = waiting.shift()) await visit(browser, report, variant, pass);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  scales.print();
}

async function visit(browser, report, variant, pass) {
  const { name, lang, width, storageState } = variant;
  const what = `${name} (${lang}, ${width})`;
  const context = await fresh(browser, width, { storageState });
  try {
    const page = await context.newPage();
    const noise = listen(page);
    const parts = await weigh(page);
    const arrived = await report.run('page', what, () => arrive(page, variant, noise));
    if (!arrived) return;
    for (const gate of pass.filter(({ when }) => when(variant))) {
      await report.run(gate.kind, what, () => gate.find(page, { ...variant, noise, parts, url: page.url() }));
    }
  } finally {
    await context.close();
  }
}

/** Where `status` is null, a page of errors may answer as it likes. */
async function arrive(page, { open, status = 200 }, noise) {
  const answer = await open(page);
  await settled(page);
  if (answer && status !== null && answer.status() !== status) return [`answered ${answer.status()}, not ${status}: ${page.url()}`, ...noise.map(({ text }) => text)];
  return [];
}
