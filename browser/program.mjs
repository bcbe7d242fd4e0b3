// Everything that is checked of the running program.
import { classes } from './checks/classes.mjs';
import { controls } from './checks/controls.mjs';
import { gates } from './checks/gates.mjs';
import { links } from './checks/links.mjs';
import { nearMe } from './checks/near-me.mjs';
import { pages } from './checks/pages.mjs';
import { preferences } from './checks/preferences.mjs';
import { script } from './checks/script.mjs';
import { secrets } from './checks/secrets.mjs';
import { correctPlace } from './journeys/correct-a-place.mjs';
import { findHelp } from './journeys/find-help.mjs';
import { giveAMandate } from './journeys/give-a-mandate.mjs';
import { helpWithPost } from './journeys/help-with-post.mjs';
import { otherBroker } from './journeys/other-broker.mjs';
import { readMyPost } from './journeys/read-my-post.mjs';
import { seeMyNumber } from './journeys/see-my-number.mjs';
import { walk } from './journeys/walk.mjs';
import { addressesOf } from './support/browser.mjs';
import { startDemo } from './support/program.mjs';
import { people, session } from './support/sign-in.mjs';
import { examples, variants } from './support/site.mjs';

/** Every part by the name that `--only` takes. */
const parts = {
  controls: (here) => controls(here, gates),
  pages: (here) => pages(here, here.variants),
  preferences,
  'near-me': (here) => nearMe(here, '/find-hjaelp', 'Aalborg'),
  script: (here) => script(here, (lang) => `${here.origin}/?lang=${lang}`),
  classes,
  journeys: (here) => walk(here, [findHelp, correctPlace, seeMyNumber, readMyPost, giveAMandate, helpWithPost]),
  'other-broker': otherBroker,
  links: async (here) => {
    await links(here, 'as anybody');
    await links(here, 'as the librarian', here.sessions.librarian);
    await links(here, 'as the administrator', here.sessions.administrator);
  },
  // Last: it looks through what all the others have left behind.
  secrets,
};

export const names = Object.keys(parts);

export async function program(run, only) {
  const demo = await startDemo(run.binary);
  const { origin } = demo;
  console.log(`the demonstration listens on ${origin}`);
  const here = { ...run, demo, origin, asked: addressesOf(run.browser), sessions: {}, variants: [] };
  try {
    const signedIn = await run.report.run('sign in', 'everybody, through the simulated MitID', async () => {
      for (const [role, user] of Object.entries(people)) here.sessions[role] = await session(run.browser, origin, user);
      here.variants = variants(origin, await examples(run.browser, origin, here.sessions.librarian), here.sessions);
    });
    if (!signedIn) return;
    for (const name of only ? [only] : names) {
      const begun = performance.now();
      await parts[name](here);
      console.log(`      ${name} took ${((performance.now() - begun) / 1000).toFixed(1)} s`);
    }
  } finally {
    if (run.report.failed) console.log(`\nWhat the program said\n${demo.output.split('\n').slice(-30).join('\n')}`);
    await demo.stop();
  }
}
