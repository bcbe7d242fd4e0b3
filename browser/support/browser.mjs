// The browser: Debian's Chromium, asked to stay at home.
import { chromium } from 'playwright-core';

// What is not on this machine is not found: a page that asks for it fails, and nothing leaves.
const HOME = [
  '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

export const WIDE = 1280;
export const NARROW = 360;

const addresses = new WeakMap();

export async function launch() {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: HOME });
  addresses.set(browser, new Set());
  return browser;
}

/** Every address that this browser has asked for, from its first window on. */
export const addressesOf = (browser) => addresses.get(browser);

/** A fresh window: no cookies unless `storageState` brings some, no movement, Danish unless told otherwise. */
export async function fresh(browser, width, options = {}) {
  const context = await browser.newContext({
    viewport: { width, height: 900 }, locale: 'da-DK', timezoneId: 'Europe/Copenhagen', reducedMotion: 'reduce', ...options,
  });
  context.setDefaultTimeout(10_000);
  context.on('request', (request) => addressesOf(browser)?.add(request.url()));
  return context;
}

/** Collects what a page complains of: errors on the console, which is where a broken content policy shows. */
export function listen(page) {
  const noise = [];
  page.on('console', (message) => {
    if (message.type() === 'error') noise.push({ text: message.text(), at: message.location().url });
  });
  page.on('pageerror', (error) => noise.push({ text: error.message, at: page.url() }));
  return noise;
}

/** Presses what leads to another page, and waits for that: a click alone is over while the old page still stands. */
export async function follow(page, target) {
  await Promise.all([page.waitForEvent('domcontentloaded'), target.click()]);
}

/** A page whose letters are in place. */
export async function settled(page) {
  await page.evaluate(() => document.fonts.ready.then(() => null));
}
