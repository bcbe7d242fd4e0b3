// Follows every link from the front page: nothing is missing, nothing breaks, every place within a page is there.

const MOST = 400;
/** Pages of one kind are alike; so many of each are enough. */
const ENOUGH = [[/^\/sted\//, 15], [/^\/staff\/help-points\//, 25], [/^\/find-hjaelp/, 40], [/^\/hsds\//, 25], [/^\/log-ind\//, 3], [/^./, 60]];
const AT_ONCE = 4;

/** `storageState` is somebody's session, or nobody's. */
export async function links({ report, origin }, who, storageState) {
  await report.run('links', who, async () => {
    const cookie = (storageState?.cookies ?? []).map(({ name, value }) => `${name}=${value}`).join('; ');
    const found = await crawl(origin, { cookie, 'accept-language': 'da' });
    const lost = found.fragments.filter(({ path, id }) => found.pages.has(path) && !found.pages.get(path).ids.has(id));
    console.log(`      ${found.pages.size} pages, ${found.fragments.length} places within them, ${found.kinds.size} kinds of page`);
    const problems = [...found.problems, ...lost.map(({ path, id, from }) => `${path} has no #${id}, to which ${from} leads`)];
    if (found.pages.size < 10) problems.push(`only ${found.pages.size} pages were found`);
    return problems;
  });
}

async function crawl(origin, headers) {
  const found = { pages: new Map(), fragments: [], problems: [], kinds: new Map() };
  const seen = new Set(['/']);
  const waiting = [{ path: '/', from: 'the start' }];
  const enough = (path) => {
    const [kind, most] = ENOUGH.find(([pattern]) => pattern.test(path));
    const group = String(kind) === '/^./' ? path.split(/[?]/)[0] : String(kind);
    const count = (found.kinds.get(group) ?? 0) + 1;
    found.kinds.set(group, count);
    return count > most || seen.size > MOST;
  };
  const read = async ({ path, from }) => {
    const answer = await fetch(origin + path, { headers });
    const text = await answer.text();
    if (answer.status >= 400) {
      found.problems.push(`${path} answers ${answer.status}; ${from} leads there`);
      return;
    }
    if (!answer.headers.get('content-type')?.startsWith('text/html')) return;
    const ids = new Set([...text.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id));
    found.pages.set(path, { ids });
    for (const [, raw] of text.matchAll(/<(?:a|link|script|img|use)\b[^>]*?\s(?:href|src)="([^"]*)"/g)) {
      const href = raw.replaceAll('&amp;', '&').replaceAll('&#38;', '&');
      if (/^tel:/.test(href) && !/^tel:\+?\d{3,}$/.test(href)) found.problems.push(`${href} on ${path} cannot be dialled`);
      const target = within(origin, answer.url, href);
      if (!target) continue;
      if (target.id) found.fragments.push({ path: target.path, id: target.id, from: path });
      if (seen.has(target.path) || enough(target.path)) continue;
      seen.add(target.path);
      waiting.push({ path: target.path, from: path });
    }
  };
  const work = async () => {
    for (;;) {
      const next = waiting.shift();
      if (!next) return;
      await read(next);
    }
  };
  // One at a time until there is something to share.
  while (waiting.length) await Promise.all(Array.from({ length: AT_ONCE }, work));
  return found;
}

/** The address within the site, without what only changes how a page is shown; nothing for addresses elsewhere. */
function within(origin, base, href) {
  const url = new URL(href, base);
  if (url.origin !== origin) return null;
  for (const name of ['lang', 'size']) url.searchParams.delete(name);
  return { path: url.pathname + url.search, id: decodeURIComponent(url.hash.slice(1)) };
}
