// On paper the text is at least 14 points, and what only works on a screen is gone.

const LEAST = (14 * 96) / 72; // px

export const paper = {
  kind: 'paper',
  async find(page) {
    await page.emulateMedia({ media: 'print' });
    const problems = await page.evaluate((least) => {
      const shown = (selector) => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility());
      const text = (one) => one.textContent.trim().slice(0, 30);
      const small = shown('main p, main li, main td, main dd, main address')
        .filter((one) => !one.matches('.om-small') && text(one) !== '')
        .map((one) => [one, parseFloat(getComputedStyle(one).fontSize)])
        .filter(([, size]) => size < least - 0.01)
        .map(([one, size]) => `»${text(one)}« is ${(size * 0.75).toFixed(1)} pt`);
      const idle = shown('[data-om-print], [data-om-read], [data-om-near], .om-header-bar, .om-filters, .skipnav').map((one) => `»${text(one)}« is of no use on paper`);
      return [...small, ...idle];
    }, LEAST);
    await page.emulateMedia({ media: 'screen' });
    return problems;
  },
};
