// The pages on which Bo sees Aase's post. He goes in from the people that he helps.

export const helping = (origin) => {
  const inLanguage = (page, lang) => {
    const url = new URL(page.url());
    url.searchParams.set('lang', lang);
    return page.goto(url.href);
  };
  /** Her post, and from there the page that `way` leads to. */
  const post = (way = '') => async (page, lang) => {
    await page.goto(`${origin}/jeg-hjaelper`);
    await page.locator('form[action*="/jeg-hjaelper/"] button').first().click();
    await page.waitForURL(/\/for\/.*\/post/);
    const url = new URL(page.url().split('?')[0] + way);
    url.searchParams.set('lang', lang);
    return page.goto(url.href);
  };
  /** One of her letters: the first that its list shows as `kind`, and from there by `way`. */
  const letter = (way = '', kind = '') => async (page, lang) => {
    await post()(page, lang);
    const href = await page.locator(`.om-mail${kind} h2 a`).last().getAttribute('href');
    await page.goto(new URL(href, origin).href + way);
    return inLanguage(page, lang);
  };
  return [
    { name: "another's inbox", open: post(), all: true },
    { name: "another's folders", open: post('/mapper') },
    { name: "search of another's post", open: post('/soeg?q=bolig') },
    { name: "another's bin", open: post('/papirkurv') },
    { name: "another's letter", open: letter(), all: true },
    { name: "another's letter on paper", open: letter('/ark') },
    { name: "send another's letter on", open: letter('/videresend') },
    { name: "what is not in another's post", open: post('/brev/00000000-0000-4000-8000-000000000000'), status: 404 },
  ];
};
