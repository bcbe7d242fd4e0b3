// A municipality lets its staff sign in by a broker of its own. The broker changes its keys, and it still works.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { WIDE, fresh } from '../support/browser.mjs';
import { freePort, start, temporaryFolder } from '../support/program.mjs';
import { startProvider } from '../support/provider.mjs';
import { must } from '../support/report.mjs';

const CLIENT = 'omtanke-vejle';

const settings = (port, issuer, folder) => `
listen = "127.0.0.1:${port}"
public_url = "http://127.0.0.1:${port}"
database = "sqlite:${join(folder, 'omtanke.db')}"

[phone]
number = "00 00 01 00"
example = true

[[brokers]]
key = "kommune"
name = "Kommunens login"
preset = "staff"
issuer = "${issuer}"
client_id = "${CLIENT}"
scopes = ["profile"]
create_unknown = true
`;

/** Keys for this journey only. */
const KEYS = `journey ${'c0ffee42'.repeat(8)}\n`;

export async function otherBroker({ browser, report, binary }) {
  const [port, providerPort] = [await freePort(), await freePort()];
  const origin = `http://127.0.0.1:${port}`;
  const folder = temporaryFolder();
  const config = join(folder, 'omtanke.toml');
  const provide = (kid) => startProvider(providerPort, CLIENT, `${origin}/log-ind/retur`, kid);
  let program;
  let provider;
  try {
    await report.run('other broker', 'the program starts while its broker is away', async () => {
      writeFileSync(config, settings(port, `http://127.0.0.1:${providerPort}`, folder));
      program = await start(binary, ['serve', '--config', config], folder, { OMTANKE_KEYS: KEYS });
    });
    if (!program) return;
    await report.run('other broker', 'who cannot sign in is told so in plain words', () => isAway(browser, origin));
    provider = await provide('first');
    await report.run('other broker', 'a broker that is back is found again', () => isBack(origin));
    await report.run('other broker', 'sign in by an independent OpenID provider', () => signIn(browser, origin, 'vejle'));
    await provider.stop();
    provider = await provide('second');
    await report.run('other broker', 'sign in again after the provider changed its keys', () => signIn(browser, origin, 'egtved'));
  } finally {
    await program?.stop();
    await provider?.stop();
  }
}

async function isAway(browser, origin) {
  const context = await fresh(browser, WIDE);
  const page = await context.newPage();
  const answer = await page.goto(`${origin}/log-ind/kommune?next=%2Fmin-side`);
  const [phone, again] = [page.locator('.om-header a.om-phone'), page.locator('main a[href*="/log-ind"]')];
  must(answer.status() === 503, `answered ${answer.status()}, not 503`);
  must(await phone.count() === 1 && await again.count() > 0, 'neither a telephone nor a way to try again');
  await context.close();
}

/** The program leaves a broker that did not answer alone for some seconds. */
async function isBack(origin) {
  for (let second = 0; second < 15; second += 1) {
    const answer = await fetch(`${origin}/log-ind/kommune`, { redirect: 'manual' });
    if (answer.status === 303) return;
    await new Promise((waited) => setTimeout(waited, 1_000));
  }
  throw new Error('still away after 15 s');
}

async function signIn(browser, origin, login) {
  const context = await fresh(browser, WIDE);
  const page = await context.newPage();
  await page.goto(`${origin}/log-ind`);
  await page.locator('main a.button[href*="/log-ind/kommune"]').click();
  await page.locator('[name=login]').fill(login);
  await page.locator('[name=password]').fill('pretend');
  await page.locator('button[type=submit]').click();
  // The provider asks whether the program may know who it is.
  await page.locator('button[autofocus], button[type=submit]').first().click();
  await page.waitForURL(`${origin}/min-side`);
  const text = await page.locator('main').textContent();
  await context.close();
  must(text.includes(`Karen ${login}`), `not signed in as Karen ${login}`);
}
