// Language and text size: a link changes them on the same page with the same search, and the next page remembers.
import { NARROW, fresh } from '../support/browser.mjs';

export async function preferences({ browser, report, origin }) {
  const context = await fresh(browser, NARROW);
  const page = await context.newPage();
  const html = () => page.evaluate(() => ({ lang: document.documentElement.lang, dir: document.documentElement.dir, size: document.documentElement.className }));
  const expect = (is, wanted) => Object.entries(wanted).filter(([key, value]) => is[key] !== value).map(([key, value]) => `${key} is »${is[key]}«, not »${value}«, at ${page.url()}`);
  const search = { near: '9000', topic: 'mitid' };
  const kept = () => {
    const url = new URL(page.url());
    return Object.entries(search).filter(([key, value]) => url.searchParams.get(key) !== value).map(([key]) => `${key} was lost: ${url}`);
  };
  await report.run('preferences', 'the language of the browser is the first choice', async () => {
    const other = await fresh(browser, NARROW, { locale: 'tr-TR' });
    const its = await other.newPage();
    await its.goto(`${origin}/`);
    const lang = await its.evaluate(() => document.documentElement.lang);
    await other.close();
    return lang === 'tr' ? [] : [`a Turkish browser gets »${lang}«`];
  });
  for (const [lang, dir] of [['ar', 'rtl'], ['ur', 'rtl'], ['tr', 'ltr'], ['en', 'ltr'], ['da', 'ltr']]) {
    await report.run('preferences', `change to ${lang} in the midst of a search`, async () => {
      await page.goto(`${origin}/find-hjaelp?${new URLSearchParams(search)}`);
      await page.locator(`.om-langs a[hreflang=${lang}]`).first().click();
      await page.waitForLoadState();
      const problems = [...kept(), ...expect(await html(), { lang, dir })];
      await page.goto(`${origin}/om`);
      return [...problems, ...expect(await html(), { lang, dir })];
    });
  }
  for (const [link, size] of [['.om-size-2', 'om-l'], ['.om-size-3', 'om-xl'], ['.om-size-1', '']]) {
    await report.run('preferences', `text size ${size || 'normal'}`, async () => {
      await page.goto(`${origin}/find-hjaelp?${new URLSearchParams(search)}`);
      await page.locator(link).click();
      await page.waitForLoadState();
      const problems = [...kept(), ...expect(await html(), { size })];
      await page.goto(`${origin}/om`);
      return [...problems, ...expect(await html(), { size })];
    });
  }
  await context.close();
}
