// How much a telephone must fetch to show a page for the first time: at most 50 KB; 75 KB where the letters are
// Arabic, which need a font more. A page with others in its frames is as many pages as it has frames, and itself. One
// such gate watches a whole run and keeps the table.

const KB = 1024;
const limit = (lang) => (['ar', 'ur'].includes(lang) ? 75 : 50);
const kilobytes = (parts) => (parts.reduce((sum, { bytes }) => sum + bytes, 0) / KB).toFixed(1);

export function weight() {
  const rows = [];
  return {
    kind: 'weight',
    async find(page, { name, lang, parts }) {
      const fetched = await parts();
      const of = (kind) => kilobytes(fetched.filter(({ type }) => type === kind));
      const sum = kilobytes(fetched);
      const most = limit(lang) * page.frames().length;
      rows.push({ name, lang, answers: fetched.length, html: of('Document'), css: of('Stylesheet'), script: of('Script'), fonts: of('Font'), images: of('Image'), sum, limit: most });
      const problems = fetched
        .filter(({ packed, type, bytes }) => !packed && bytes > KB && ['Document', 'Stylesheet', 'Script'].includes(type))
        .map(({ url }) => `not packed: ${url}`);
      if (fetched.length === 0) problems.push('nothing was weighed');
      if (sum > most) problems.push(`${sum} KB of ${most}`, ...fetched.map(({ url, bytes }) => `${bytes} ${new URL(url).pathname}`));
      return problems;
    },
    /** The table of every page that was weighed, in KB. */
    print() {
      if (rows.length) console.table(rows);
    },
  };
}
