// The telephone number stands in head and foot of every page, and in the head at the same place on all of them
// (WCAG 3.2.6). One such gate watches a whole run.

export function telephone() {
  const places = new Map();
  return {
    kind: 'telephone',
    async find(page, { width }) {
      const is = await page.evaluate(() => {
        const number = (selector) => document.querySelector(selector)?.getAttribute('href') ?? '';
        const box = document.querySelector('.om-header .om-phone')?.getBoundingClientRect();
        return {
          lang: document.documentElement.lang,
          head: number('.om-header a.om-phone'),
          foot: number('.om-footer a.om-phone'),
          at: box && [box.x, box.y + scrollY, box.width, box.height].map(Math.round).join(' '),
        };
      });
      if (!is.head.startsWith('tel:')) return ['no telephone number in the head'];
      if (is.foot !== is.head) return [`the foot has »${is.foot}«, the head »${is.head}«`];
      const group = `${is.lang} ${width}`;
      const first = places.get(group) ?? { at: is.at, on: page.url() };
      places.set(group, first);
      return first.at === is.at ? [] : [`the telephone stands at ${is.at}; on ${first.on} at ${first.at}`];
    },
  };
}
