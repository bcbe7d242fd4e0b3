// No page shows the name of a text instead of the text, or a hole where a value belongs; and a page in Arabic or
// Urdu is written in Arabic letters.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const LOCALES = fileURLToPath(new URL('../../locales/', import.meta.url));
const HOLE = /\{\s*\$|\bundefined\b|\bNaN\b|\[object /;
const ENOUGH = 0.8; // names of people, places and products stay as they are

/** The names that cannot be mistaken for a word: those with a hyphen. */
const keys = new Set(locales().flatMap((text) => [...text.matchAll(/^([a-z][a-z0-9]*(?:-[a-z0-9]+)+) =/gm)].map(([, key]) => key)));

function locales() {
  if (!existsSync(LOCALES)) return [];
  return readdirSync(LOCALES, { recursive: true }).filter((name) => name.endsWith('.ftl')).map((name) => readFileSync(`${LOCALES}${name}`, 'utf8'));
}

export const words = {
  kind: 'words',
  async find(page, { lang, audience }) {
    const { shown, own } = await page.evaluate(pageText);
    const problems = [];
    for (const word of new Set(shown.match(/\b[a-z][a-z0-9]*(?:-[a-z0-9]+)+\b/g))) {
      if (keys.has(word)) problems.push(`»${word}« is the name of a text`);
    }
    const hole = shown.match(HOLE);
    if (hole) problems.push(`a hole: »${shown.slice(Math.max(0, hole.index - 20), hole.index + 20)}«`);
    if (['ar', 'ur'].includes(lang) && audience === 'citizen') {
      const count = (letters) => own.match(letters)?.length ?? 0;
      const [arabic, latin] = [count(/\p{Script=Arabic}/gu), count(/\p{Script=Latin}/gu)];
      if (arabic < ENOUGH * (arabic + latin)) problems.push(`${arabic} Arabic letters against ${latin} Latin: ${[...new Set(own.match(/[A-Za-zÆØÅæøå][A-Za-zÆØÅæøå ]{8,}/g))].slice(0, 6).join(' | ')}`);
    }
    return problems;
  },
};

/** Runs in the page: everything it says, in text and in attributes; and what of it is in the language of the page. */
function pageText() {
  const attributes = ['aria-label', 'title', 'alt', 'placeholder', 'data-om-denied', 'data-om-stop', 'data-title'];
  const said = [...document.querySelectorAll(attributes.map((name) => `[${name}]`).join())]
    .flatMap((one) => attributes.map((name) => one.getAttribute(name) ?? ''));
  const lang = document.documentElement.lang;
  const own = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { parentElement: parent, data } = walker.currentNode;
    if (parent.closest('script, style, bdi, code, .om-brand')) continue;
    if ((parent.closest('[lang]')?.lang ?? lang) === lang) own.push(data);
  }
  return { shown: [document.title, document.body.textContent, ...said].join('\n'), own: own.join('\n') };
}
