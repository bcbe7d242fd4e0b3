// What every page owes its reader: language and direction, a title, one heading above all others, and a silent
// console, where a breach of the content policy would show.

const RIGHT_TO_LEFT = ['ar', 'ur'];

export const ground = {
  kind: 'ground',
  async find(page, { noise = [], lang, status = 200, url }) {
    const is = await page.evaluate(() => {
      const ids = [...document.querySelectorAll('[id]')].map((one) => one.id);
      return {
        lang: document.documentElement.lang,
        dir: document.documentElement.dir,
        title: document.title.trim(),
        headings: document.querySelectorAll('h1').length,
        mains: document.querySelectorAll('main').length,
        twice: ids.filter((id, at) => ids.indexOf(id) !== at),
      };
    });
    const problems = [];
    const expect = (holds, problem) => { if (!holds) problems.push(problem); };
    expect(is.lang !== '' && (lang === undefined || is.lang === lang), `language is »${is.lang}«, not »${lang}«`);
    expect(is.dir === (RIGHT_TO_LEFT.includes(is.lang) ? 'rtl' : 'ltr'), `direction of ${is.lang} is »${is.dir}«`);
    expect(is.title !== '', 'no title');
    expect(is.headings === 1, `${is.headings} headings of the first level`);
    expect(is.mains === 1, `${is.mains} main parts`);
    for (const id of new Set(is.twice)) problems.push(`two elements are called #${id}`);
    // A browser reports a page that answers 404, or 422 for a form shown again, as an error of the page itself.
    const own = ({ text, at }) => (status !== 200 || text.includes('status of 422')) && at === url && text.startsWith('Failed to load resource');
    for (const one of noise) if (!own(one)) problems.push(`console: ${one.text}`);
    return problems;
  },
};
