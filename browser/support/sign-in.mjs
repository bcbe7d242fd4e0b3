// Signing in through the simulated MitID, as people do, and keeping the session for the checks that need it.
import { WIDE, follow, fresh } from './browser.mjs';

/** Who is who in the demonstration. */
export const people = { citizen: 'aase', librarian: 'bo', trusted: 'conny', coordinator: 'dina', administrator: 'erik', signatory: 'jens', analyst: 'petra' };

/** The steps, each from the page that the one before leads to. */
export const steps = {
  choose: (page, origin, next = '/min-side') => page.goto(`${origin}/log-ind?next=${encodeURIComponent(next)}`),
  leave: (page) => follow(page, page.locator('main a.button[href*="/log-ind/"]').first()),
  async name(page, user) {
    await page.locator('[name=user_name]').fill(user);
    await follow(page, page.locator('form:has([name=user_name]) button[type=submit]'));
  },
  open: (page) => follow(page, page.locator('button[value=open]')),
  approve: (page) => follow(page, page.locator('button[value=approve]')),
};

export async function signIn(page, origin, user, next) {
  await steps.choose(page, origin, next);
  await steps.leave(page);
  await steps.name(page, user);
  await steps.open(page);
  await steps.approve(page);
  await page.waitForURL((address) => !address.pathname.startsWith('/mitid'));
}

/** Signs somebody in once and gives what a browser then keeps. */
export async function session(browser, origin, user) {
  const context = await fresh(browser, WIDE);
  const page = await context.newPage();
  await signIn(page, origin, user);
  const state = await context.storageState();
  await context.close();
  if (!state.cookies.some(({ value }) => value.length >= 32)) throw new Error(`${user} is not signed in; ended at ${page.url()}`);
  return state;
}
