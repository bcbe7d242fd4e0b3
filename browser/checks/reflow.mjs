// Nothing to scroll sideways for (WCAG 1.4.10, 1.4.4, 1.4.12): at 320 px, which is 1280 at 400 % and 640 at 200 %;
// with the largest text on that screen; and with the text spaced as a reader may wish.

const SMALLEST = 320;
const SPACED = `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
  p { margin-bottom: 2em !important; }`;

export const reflow = {
  kind: 'reflow',
  async find(page) {
    const size = page.viewportSize();
    const before = await page.evaluate(() => document.documentElement.className);
    await page.setViewportSize({ width: SMALLEST, height: 640 });
    const problems = await overflow(page, '320 px');
    // A constructed style sheet passes the content policy; a style element would not.
    await page.evaluate((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      document.adoptedStyleSheets = [sheet];
    }, SPACED);
    problems.push(...await overflow(page, 'spaced text'));
    await page.evaluate(() => {
      document.adoptedStyleSheets = [];
      document.documentElement.className = 'om-xl';
    });
    problems.push(...await overflow(page, 'largest text'));
    await page.evaluate((name) => { document.documentElement.className = name; }, before);
    await page.setViewportSize(size);
    return problems;
  },
};

async function overflow(page, what) {
  const { wide, culprits } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    culprits: [...document.body.querySelectorAll('*')]
      .filter((one) => one.getBoundingClientRect().right > innerWidth + 1 || one.getBoundingClientRect().left < -1)
      .filter((one) => !one.closest('.om-visually-hidden, thead, caption, .skipnav'))
      .map((one) => `${one.tagName.toLowerCase()}.${one.getAttribute('class') ?? ''} »${one.textContent.trim().slice(0, 30)}«`),
  }));
  if (wide <= SMALLEST) return [];
  return [`${what}: ${wide} px wide`, ...culprits.slice(-4).map((culprit) => `${what}: ${culprit}`)];
}
