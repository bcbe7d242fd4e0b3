// The gates on the gallery of components in ui/, before any program serves it.
import { serve } from '../ui/gallery.mjs';
import { NARROW, WIDE } from './support/browser.mjs';
import { controls } from './checks/controls.mjs';
import { gates } from './checks/gates.mjs';
import { nearMe } from './checks/near-me.mjs';
import { pages } from './checks/pages.mjs';
import { script } from './checks/script.mjs';

export async function gallery(run) {
  const server = await serve(0);
  const origin = `http://127.0.0.1:${server.address().port}`;
  const here = { ...run, origin };
  // It shows form: its words are Danish in every language, its links lead nowhere, nothing is packed.
  const form = gates.filter(({ kind }) => !['words', 'anchors', 'weight'].includes(kind));
  const variants = ['da', 'ar'].flatMap((lang) => [WIDE, NARROW].map((width) => ({
    name: 'gallery', lang, width, audience: 'staff', open: (page) => page.goto(`${origin}/?lang=${lang}`),
  })));
  await controls(here, gates);
  await pages(here, variants, form);
  await script(here, (lang) => `${origin}/?lang=${lang}`);
  await nearMe(here, '/');
  server.close();
}
