// In a language that runs from right to left the page is the mirror image of itself: every box stands as far from
// the right edge as it stood from the left. axe sees nothing of this. Changes the page, so it comes last.

const TOLERANCE = 2; // px: halves are rounded differently from the two sides

export const mirror = {
  kind: 'mirror',
  async find(page) {
    await page.evaluate(() => {
      for (const element of document.body.querySelectorAll('[dir]')) element.removeAttribute('dir');
      document.documentElement.dir = 'ltr';
    });
    const before = await page.evaluate(boxes);
    await page.evaluate(() => { document.documentElement.dir = 'rtl'; });
    const after = await page.evaluate(boxes);
    if (before.length !== after.length) return [`${before.length} boxes from the left, ${after.length} from the right`];
    const whole = await page.evaluate(() => document.documentElement.clientWidth);
    return before
      .map((box, at) => ({ ...box, is: after[at].x, wanted: whole - (box.x + box.width) }))
      .filter(({ is, wanted }) => Math.abs(is - wanted) > TOLERANCE)
      .map(({ what, is, wanted }) => `${what} at ${Math.round(is)}, not ${Math.round(wanted)}`);
  },
};

/** Runs in the page: the box of every element whose place is its own, and not decided by the words before it. */
function boxes() {
  const inText = (element) => getComputedStyle(element).display === 'inline';
  return [...document.body.querySelectorAll('*:not(svg *, option, br)')]
    .filter((element) => !inText(element) && element.checkVisibility() && element.getBoundingClientRect().width > 1)
    .map((element) => {
      const { x, width } = element.getBoundingClientRect();
      return { what: `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`, x, width };
    });
}
