// "Find the nearest": with leave the browser tells where it is and the results begin there; without it the page says
// what to do instead.
import { NARROW, fresh } from '../support/browser.mjs';

const AALBORG = { latitude: 57.0488, longitude: 9.9217 };

export async function nearMe({ browser, report, origin }, path, begins) {
  await report.run('near me', 'three decimals are sent, and the nearest place comes first', async () => {
    const context = await fresh(browser, NARROW, { permissions: ['geolocation'], geolocation: AALBORG });
    const page = await context.newPage();
    await page.goto(`${origin}${path}`);
    await Promise.all([page.waitForURL(/lat=/), page.locator('[data-om-near]').click()]);
    const address = new URL(page.url());
    const first = begins && await page.locator('.om-place').first().textContent();
    await context.close();
    const problems = [];
    const sent = `${address.searchParams.get('lat')} ${address.searchParams.get('lon')}`;
    if (sent !== '57.049 9.922') problems.push(`sent ${sent}`);
    if (begins && !first.includes(begins)) problems.push(`begins with ${first.replace(/\s+/g, ' ').trim().slice(0, 80)}`);
    return problems;
  });
  await report.run('near me', 'a reader who says no is told what to do', async () => {
    const context = await fresh(browser, NARROW, { permissions: [] });
    const page = await context.newPage();
    await page.goto(`${origin}${path}`);
    const button = page.locator('[data-om-near]');
    await button.click();
    await page.waitForSelector('.om-near-status:not(:empty)');
    const said = await page.locator('.om-near-status').textContent();
    const wanted = await button.getAttribute('data-om-denied');
    await context.close();
    return said === wanted && wanted !== '' ? [] : [`said »${said}«`];
  });
}
