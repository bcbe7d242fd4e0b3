// The small script against a browser with one voice of its own and one far away: reading aloud stays on the machine,
// and without the script no button promises what it cannot do.
import { WIDE, fresh } from '../support/browser.mjs';

/** `address(lang)` is a page with a button that reads aloud. */
export async function script({ browser, report }, address) {
  await report.run('script', 'read aloud with a voice of the machine, and stop', async () => {
    const context = await fresh(browser, WIDE);
    const page = await context.newPage();
    await page.addInitScript(voices);
    await page.goto(address('da'));
    const button = page.locator('[data-om-read]');
    const before = await button.textContent();
    await button.click();
    const spoken = await page.evaluate(() => window.spoken);
    const heading = await page.locator('h1').textContent();
    const during = await button.textContent();
    const stop = await button.getAttribute('data-om-stop');
    await button.click();
    const after = await button.textContent();
    await page.goto(address('tr'));
    const offered = await button.isVisible();
    await context.close();
    const problems = [];
    if (!spoken.some((line) => line === `near: ${heading.trim()}`)) problems.push(`the heading was not read by the voice nearby: ${spoken.slice(0, 3).join(' | ')}`);
    if (spoken.some((line) => line.startsWith('far'))) problems.push('words went to a voice far away');
    if (during !== stop || after !== before) problems.push(`the button says »${during}«, then »${after}«`);
    if (offered) problems.push('offered in a language that no voice speaks');
    return problems;
  });
  await report.run('script', 'no idle buttons without the script', async () => {
    const context = await fresh(browser, WIDE, { javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(address('da'));
    const idle = await page.locator('[data-om-near]:visible, [data-om-print]:visible, [data-om-read]:visible').count();
    await context.close();
    return idle ? [`${idle} buttons do nothing`] : [];
  });
}

/** Runs in the page before anything else. */
function voices() {
  window.spoken = [];
  window.SpeechSynthesisUtterance = function Utterance(text) { this.text = text; };
  const both = [{ lang: 'da-DK', localService: false, name: 'far' }, { lang: 'da-DK', localService: true, name: 'near' }];
  Object.defineProperty(window, 'speechSynthesis', {
    value: { getVoices: () => both, speak: (one) => window.spoken.push(`${one.voice.name}: ${one.text}`), cancel() {} },
  });
}
