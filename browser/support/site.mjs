// The pages of the program: which there are, who sees them, and in which languages.
import { follow, NARROW, WIDE } from './browser.mjs';
import { helping } from './helping.mjs';
import { people, steps } from './sign-in.mjs';

const RESULTS = '/find-hjaelp?near=9000&topic=mitid&kind=library&language=ar&step_free=yes&open_at=now';

/** What everybody sees. `all` are the pages that are checked in every language; `heavy` those that no citizen meets
 *  and that may weigh what they like. */
const forAnyone = (place) => [
  { name: 'design system', path: '/designsystem', all: true, heavy: true },
  { name: 'front page', path: '/', all: true },
  { name: 'search', path: '/find-hjaelp' },
  { name: 'results', path: RESULTS, all: true },
  { name: 'results for a misspelt town', path: '/find-hjaelp?near=%C3%85lbrg' },
  { name: 'no such place', path: '/find-hjaelp?near=qxqxqx', status: null },
  { name: 'a time that is none', path: '/find-hjaelp?near=9000&open_date=2026-13-45&open_time=99%3A99', status: null },
  { name: 'list on paper', path: '/find-hjaelp/ark?near=9000' },
  { name: 'place', path: place, all: true },
  { name: 'place on paper', path: `${place}/ark` },
  { name: 'accessibility', path: '/tilgaengelighed' },
  { name: 'about', path: '/om' },
  { name: 'figures', path: '/tal', all: true },
  { name: 'figure', path: '/tal/behov-for-hjaelp-til-det-digitale', all: true },
  { name: 'sign in', path: '/log-ind' },
  { name: 'signed out', path: '/log-ind?out=1' },
  { name: 'not found', path: '/findes-ikke', status: 404 },
  { name: 'sign in first', path: '/min-side', status: 401 },
  { name: 'link that is over', path: '/bekraeft/0000', status: 404 },
];

/** The simulated MitID, each page by the steps that lead to it. */
const mitid = (origin) => {
  const begin = async (page) => {
    await steps.leave(page);
    await page.waitForURL(/\/mitid\//);
  };
  const named = async (page, user = people.citizen) => {
    await begin(page);
    await steps.name(page, user);
  };
  const after = (name, act, all = false) => ({
    name: `MitID: ${name}`, all,
    async open(page, lang) {
      await page.goto(`${origin}/log-ind?lang=${lang}`);
      await act(page);
    },
  });
  return [
    after('user name', begin, true),
    after('unknown user name', (page) => named(page, 'nobody')),
    after('telephone', (page) => named(page)),
    after('compare', async (page) => { await named(page); await steps.open(page); }),
    after('rejected', async (page) => { await named(page); await steps.open(page); await follow(page, page.locator('button[value=reject]')); }),
    after('code', async (page) => { await named(page); await follow(page, page.locator('main a[href$="/code"]')); }),
    after('wrong code', async (page) => {
      await named(page);
      await follow(page, page.locator('main a[href$="/code"]'));
      await page.locator('[name=code]').fill('12');
      await follow(page, page.locator('form:has([name=code]) button[type=submit]'));
    }),
  ];
};

const forCitizens = (origin) => [
  { name: 'my page', path: '/min-side', all: true },
  { name: 'how I am told', path: '/min-side/kontakt', all: true },
  { name: 'what I was told', path: '/min-side/beskeder' },
  { name: 'how I am told, with an error', open: (page, lang) => typed(page, origin, lang, 'email', 'x').then(() => page.locator('.alert-error').waitFor()) },
  {
    name: 'code from a text message',
    async open(page, lang) {
      const code = withLanguage(`${origin}/min-side/kontakt/kode`, lang);
      await page.goto(code);
      // Without a number to confirm the page leads back; a code can be asked for five times an hour.
      if (!page.url().includes('/kode')) {
        await typed(page, origin, lang, 'mobile', '20 12 34 56');
        await page.goto(code);
      }
    },
  },
];

/** The pages of the mailbox. Whoever opens them has letters; one of them can be answered. */
const post = (origin) => {
  const at = (path, lang) => withLanguage(origin + path, lang);
  /** The page that the first link of a list leads to, and from there by `way`. */
  const behind = (list, link, way = '') => async (page, lang) => {
    await page.goto(at(list, lang));
    const href = await page.locator(link).first().getAttribute('href');
    return page.goto(at(new URL(href, origin).pathname + way, lang));
  };
  const letter = (way) => behind('/post', '.om-mail h2 a', way);
  const authority = behind('/post/nyt?q=skov', '.om-rows a');
  const fill = async (page, path, field, value) => {
    await path;
    if (field) await page.locator(`[name=${field}]`).fill(value);
    await follow(page, page.locator('main form[method=post] button[type=submit]').first());
  };
  return [
    { name: 'inbox', path: '/post', all: true },
    { name: 'inbox, nothing ticked', path: '/post?done=none' },
    { name: 'archive', path: '/post/arkiv' },
    { name: 'sent letters', path: '/post/sendt' },
    { name: 'bin', path: '/post/papirkurv' },
    { name: 'search of post', path: '/post/soeg?q=boligst%C3%B8tte' },
    { name: 'search of post, nothing found', path: '/post/soeg?q=qxqx' },
    { name: 'mailboxes', path: '/post/kasser' },
    { name: 'folders', path: '/post/mapper' },
    { name: 'folders with an error', open: (page, lang) => fill(page, page.goto(at('/post/mapper', lang))) },
    { name: 'letter', open: letter(), all: true },
    { name: 'letter on paper', open: letter('/ark') },
    { name: 'answer', open: letter('/svar'), all: true },
    { name: 'answer with an error', open: (page, lang) => fill(page, letter('/svar')(page, lang)) },
    { name: 'send on', open: letter('/videresend') },
    { name: 'send on, confirm', open: (page, lang) => fill(page, letter('/videresend')(page, lang), 'to', '90000004') },
    { name: 'choose an authority', path: '/post/nyt?q=skov' },
    { name: 'new letter', open: authority },
  ];
};

/** Mandates as a citizen meets them. Aase's neighbour has asked for one. */
const mandates = (origin) => {
  const at = (path, lang) => withLanguage(origin + path, lang);
  const send = async (page) => {
    await follow(page, page.locator('main form button[type=submit]').first());
  };
  /** A step of a draft; begun now where there is none yet. */
  const step = (rest) => async (page, lang) => {
    await page.goto(at('/fuldmagt', lang));
    const draft = page.locator('main a[href$="/hvad"]').first();
    if (await draft.count() === 0) {
      await page.goto(at('/fuldmagt/giv', lang));
      await page.locator('[name=name]').fill('Dina Søgaard');
      await page.locator('[name=cpr]').fill('810179-0304');
      await send(page);
      await page.locator('[value="post.read"]').check();
      await send(page);
      await page.goto(at('/fuldmagt', lang));
    }
    const path = new URL(await draft.getAttribute('href'), origin).pathname;
    return page.goto(at(path.replace(/\/hvad$/, rest), lang));
  };
  return [
    { name: 'who may see my post', path: '/fuldmagt', all: true },
    { name: 'give a mandate: to whom', path: '/fuldmagt/giv', all: true },
    { name: 'give a mandate: to whom, with errors', async open(page, lang) { await page.goto(at('/fuldmagt/giv', lang)); await send(page); } },
    { name: 'give a mandate: what', open: step('/hvad'), all: true },
    { name: 'give a mandate: how long', open: step('/hvor-laenge') },
    { name: 'give a mandate: see', open: step('/se'), all: true },
    { name: 'ask for a mandate', path: '/fuldmagt/bed' },
    {
      name: 'answer who asks', all: true,
      async open(page, lang) {
        await page.goto(at('/fuldmagt', lang));
        const href = await page.locator('.om-rows a.button-primary').first().getAttribute('href');
        return page.goto(at(new URL(href, origin).pathname, lang));
      },
    },
    { name: 'who looked', path: '/fuldmagt/hvem-kiggede', all: true },
    { name: 'people I help', path: '/jeg-hjaelper', all: true },
  ];
};

/** Practice: outside, and within a sandbox that each page opens for itself. */
const practice = (origin) => {
  const within = (path) => async (page, lang) => {
    await page.goto(withLanguage(`${origin}/oev`, lang));
    await follow(page, page.locator('main form[action="/oev"] button').first());
    const sandbox = new URL(page.url()).pathname.replace(/\/post$/, '');
    return page.goto(withLanguage(`${origin}${sandbox}${path}`, lang));
  };
  /** An exercise that has begun, and from there by `way`. */
  const begun = (path, way = '') => async (page, lang) => {
    await within(path)(page, lang);
    await follow(page, page.locator(`main form[action$="${path}"] button`).first());
    return page.goto(withLanguage(origin + new URL(page.url()).pathname + way, lang));
  };
  const send = (page) => follow(page, page.locator('main form[method=post] button.button-primary').first());
  /** A step of a form of self-service that has just begun, and from there by `way`. */
  const form = (name, step, way = async () => {}) => async (page, lang) => {
    await within(`/selvbetjening/${name}`)(page, lang);
    await send(page);
    await page.goto(withLanguage(page.url().replace(/\/hvem.*$/, `/${step}`), lang));
    await way(page);
  };
  /** The last page of a form, every step of it filled in; and from there by `way`. */
  const filled = (way = async () => {}) => async (page, lang) => {
    await form('folkepension', 'hvem')(page, lang);
    await send(page);
    await page.locator('[name=from]').fill(`${new Date().getFullYear() + 1}-03-01`);
    await send(page);
    for (const choice of ['lives-alone', 'other-income-no']) {
      await page.locator(`#${choice}`).check();
      await send(page);
    }
    await page.locator('[name=assets]').fill('25.000,50');
    await send(page);
    await page.locator('#pay-to-nemkonto').check();
    await send(page);
    await way(page);
  };
  /** The page of the nursery as the one who signs for it sees it, or another page for companies. */
  const company = (path) => async (page, lang) => {
    await within('/oevelse/person')(page, lang);
    await follow(page, page.locator('main button[value=jens]'));
    const sandbox = new URL(page.url()).pathname.replace(/\/min-side$/, '');
    await page.goto(withLanguage(`${origin}${sandbox}/virk`, lang));
    const firm = await page.locator('main a[href*="/virk/firma/"]').first().getAttribute('href');
    return page.goto(withLanguage(origin + (path ? sandbox + path : firm), lang));
  };
  /** A page of the simulated MitID, in the world of a story that needs all of them; `send` sends its form. */
  const inMitid = (user, way, send = false) => async (page, lang) => {
    await page.goto(withLanguage(`${origin}/oev`, lang));
    await page.locator('main details:has(button[value="udloebet-pas"]) summary').first().click();
    await follow(page, page.locator('main button[value="udloebet-pas"]').first());
    const sandbox = new URL(page.url()).pathname.replace(/\/oevelser.*$/, '');
    await page.goto(withLanguage(`${origin}${sandbox}/log-ind`, lang));
    await steps.leave(page);
    await page.waitForURL(/\/mitid\//);
    await steps.name(page, user);
    const login = new URL(page.url()).pathname.replace(/\/app$/, '');
    await page.goto(withLanguage(origin + login + way, lang));
    if (send) await follow(page, page.locator(`main form[action$="${way}"] button[type=submit]`).first());
  };
  const sideBySide = async (page, lang) => {
    await begun('/oevelser/datter-hjaelper-mor')(page, lang);
    const sandbox = new URL(page.url()).pathname.replace(/\/oevelser.*$/, '');
    await page.goto(withLanguage(`${origin}${sandbox}/oevelse/to`, lang));
    await follow(page, page.locator('main form[action$="/oevelse/to"] button').first());
  };
  const asked = async (page, lang) => {
    await within('/oevelser')(page, lang);
    await follow(page, page.locator('main form[action$="/oevelser/quiz"] button').first());
    const sandbox = new URL(page.url()).pathname.replace(/\/oevelser.*$/, '');
    return page.goto(withLanguage(`${origin}${sandbox}/oevelser/bed-om-lov/quiz?n=1&choice=0`, lang));
  };
  return [
    { name: 'practise', path: '/oev', all: true },
    { name: 'practice has ended', path: '/oev?slut=1' },
    { name: 'practice that is over', path: '/oev/0123456789abcdef0123456789abcdef/post', status: 404 },
    { name: 'practice: post', open: within('/post'), all: true },
    { name: 'practice: telephone', open: within('/oevelse/telefon'), all: true },
    { name: 'practice: who to be', open: within('/oevelse/person') },
    { name: 'practice: sign in', open: within('/log-ind') },
    { name: 'practice: exercises', open: within('/oevelser'), all: true },
    { name: 'practice: exercise', open: within('/oevelser/sygehusbrev'), all: true },
    { name: 'practice: task', open: begun('/oevelser/sygehusbrev'), all: true },
    { name: 'practice: task, fraud', open: begun('/oevelser/barnebarn'), all: true },
    { name: 'practice: task, shown', open: begun('/oevelser/sygehusbrev', '/vis') },
    { name: 'practice: exercise on paper', open: within('/oevelser/sygehusbrev/ark') },
    { name: 'practice: own code', open: within('/oevelser/kode') },
    { name: 'practice: choose two', open: within('/oevelse/to') },
    { name: 'practice: two side by side', open: sideBySide, all: true },
    { name: 'practice: a question', open: asked },
    { name: 'practice: forgotten user name', open: inMitid('aase', '/forgotten'), all: true },
    { name: 'practice: forgotten user name, with errors', open: inMitid('aase', '/forgotten', true) },
    { name: 'practice: MitID without the app', open: inMitid('kirsten', '/app'), all: true },
    { name: 'practice: new telephone', open: inMitid('kirsten', '/telephone'), all: true },
    { name: 'practice: chip of the passport', open: inMitid('kirsten', '/telephone/chip') },
    { name: 'practice: expired passport', open: inMitid('kirsten', '/telephone/chip', true), all: true },
    { name: 'practice: self-service', open: within('/selvbetjening'), all: true },
    { name: 'practice: form, first page', open: within('/selvbetjening/folkepension'), all: true },
    { name: 'practice: form, who', open: form('folkepension', 'hvem') },
    { name: 'practice: form, a day', open: form('folkepension', 'hvornaar') },
    { name: 'practice: form, amounts', open: form('boligstoette', 'husleje'), all: true },
    { name: 'practice: form, with errors', open: form('boligstoette', 'bolig', send), all: true },
    { name: 'practice: form, consent', open: form('boligstoette', 'samtykke') },
    { name: 'practice: form, see it all', open: filled(), all: true },
    { name: 'practice: form, receipt', open: filled(async (page) => { await page.locator('[name=declared]').check(); await send(page); }), all: true },
    { name: 'practice: for businesses', open: within('/virk'), all: true },
    { name: 'practice: a company', open: company(''), all: true },
    { name: 'practice: a company, VAT', open: company('/virk/moms'), all: true },
  ];
};

/** Opens a class in the tab, which is its teacher's from then on; gives its address and its code. */
export const openClass = async (page, origin) => {
  await page.goto(withLanguage(`${origin}/klasse`, 'da'));
  await follow(page, page.locator('main form[action="/klasse"] button').first());
  const code = await page.locator('#state strong').first().textContent();
  return { base: new URL(page.url()).pathname, code: code.replace(/\s/g, '') };
};

/** Takes a seat in a class, and gives the address of its sandbox. */
export const joinClass = async (page, origin, code) => {
  await page.goto(`${origin}/klasse/med/${code}`);
  await follow(page, page.locator('main form[action="/klasse/med"] button').first());
  return new URL(page.url()).pathname.split('/').slice(0, 3).join('/');
};

/** A class as learners meet it, and what stands on the wall. */
const classes = (origin) => {
  const go = (page, path, lang) => page.goto(withLanguage(origin + path, lang));
  const wrong = async (page, lang) => {
    await go(page, '/klasse/med', lang);
    await page.locator('[name=code]').fill('12');
    await follow(page, page.locator('main form[action="/klasse/med"] button'));
  };
  const within = (act) => async (page, lang) => {
    const { base, code } = await openClass(page, origin);
    const sandbox = await joinClass(page, origin, code);
    return act(page, { lang, base, code, sandbox });
  };
  return [
    { name: 'class: code', path: '/klasse/med', all: true },
    { name: 'class: code, with an error', open: wrong },
    { name: 'class: join', open: async (page, lang) => { const { code } = await openClass(page, origin); return go(page, `/klasse/med/${code}`, lang); } },
    { name: 'class: join again', open: within((page, { code, lang }) => go(page, `/klasse/med/${code}`, lang)) },
    { name: 'class: in it', open: within((page, { sandbox, lang }) => go(page, `${sandbox}/oevelser`, lang)), all: true },
    {
      name: 'class: pause', all: true,
      open: within(async (page, { base, sandbox, lang }) => {
        await page.goto(origin + base);
        await follow(page, page.locator('#pause-form button'));
        return go(page, `${sandbox}/oevelser`, lang);
      }),
    },
    { name: 'class: board', open: within((page, { base, lang }) => go(page, `${base}/tavle`, lang)), all: true },
    { name: 'class: one step on the board', open: within((page, { base, lang }) => go(page, `${base}/tavle?elev=1`, lang)) },
    { name: 'class: slips', open: within((page, { base, lang }) => go(page, `${base}/sedler?antal=4`, lang)) },
    { name: 'class: not yours', path: '/klasse/00000000', status: 404 },
  ];
};

/** A class as its teacher meets it. */
const forTeachers = (origin) => {
  const at = (way, learners = 1) => async (page, lang) => {
    const { base, code } = await openClass(page, origin);
    for (let n = 0; n < learners; n += 1) await joinClass(page, origin, code);
    return page.goto(withLanguage(origin + base + way, lang));
  };
  return [
    { name: 'teacher: open a class', path: '/klasse' },
    { name: 'teacher: come back', path: '/klasse/tilbage' },
    { name: 'teacher: overview, nobody yet', open: at('', 0) },
    { name: 'teacher: overview', open: at('') },
    { name: 'teacher: begin anew?', open: at('?forfra=1') },
    { name: 'teacher: exercises', open: at('/oevelser') },
    { name: 'teacher: code for another computer', open: at('/kode') },
    { name: 'teacher: end?', open: at('/slut') },
    { name: 'teacher: results', open: at('/resultat') },
  ];
};

/** Fills in one field of the page on how somebody is told, and sends its form. */
const typed = async (page, origin, lang, field, value) => {
  await page.goto(withLanguage(`${origin}/min-side/kontakt`, lang));
  await page.locator(`[name=${field}]`).fill(value);
  await follow(page, page.locator(`form:has([name=${field}]) button[type=submit]`));
};

/** A form that is shown again, with the summary of what is wrong. */
const refused = (origin, path) => ({
  name: 'details with errors',
  async open(page, lang) {
    await page.goto(withLanguage(origin + path, lang));
    const form = page.locator('form:has([name=name])');
    for (const name of ['name', 'postcode', 'phone', 'email']) await form.locator(`[name=${name}]`).fill(name === 'name' ? '' : 'x');
    await form.locator('button[type=submit]').first().click();
    await page.locator('.alert-error').waitFor();
  },
});

const forStaff = (origin, point) => [
  { name: 'help points', path: '/staff/help-points' },
  { name: 'new help point', path: '/staff/help-points/new' },
  { name: 'help point', path: point },
  { name: 'details', path: `${point}/details` },
  refused(origin, `${point}/details`),
  { name: 'hours', path: `${point}/hours` },
  { name: 'new hours', path: `${point}/hours/new` },
  { name: 'exceptions', path: `${point}/exceptions` },
  { name: 'services', path: `${point}/services` },
  { name: 'new service', path: `${point}/services/new` },
  { name: 'history', path: `${point}/history` },
  { name: 'programming interface', path: '/api' },
];

const forCoordinators = [{ name: 'stale help points', path: '/staff/help-points/stale' }];

const forAdministrators = [
  { name: 'audit', path: '/staff/audit' },
  { name: 'letters', path: '/staff/letters' },
  { name: 'letters on paper', path: '/staff/letters/print' },
  { name: 'posted letters', path: '/staff/letters/posted' },
];

/** Typed at the counter: Aase's number, and that of her neighbour, who asks to read her post. */
const TWO = { giver: '620344-0016', holder: '720450-0802' };

/** Mandates at the counter, each page by the steps that lead to it. */
const forTheCounter = (origin) => {
  const find = async (page, lang, typed) => {
    await page.goto(withLanguage(`${origin}/staff/mandates`, lang));
    for (const [field, value] of Object.entries(typed)) await page.locator(`[name=${field}]`).fill(value);
    await follow(page, page.locator('main form button[type=submit]').first());
  };
  const between = async (page, lang) => {
    await find(page, lang, TWO);
    await page.goto(withLanguage(page.url(), lang));
  };
  const one = async (page, lang) => {
    await between(page, lang);
    await page.goto(withLanguage(new URL(await page.locator('main .om-narrow ul li a').first().getAttribute('href'), origin), lang));
  };
  return [
    { name: 'counter', path: '/staff/mandates' },
    { name: 'counter with errors', open: (page, lang) => find(page, lang, {}) },
    { name: 'counter, waiting for a second', path: '/staff/mandates/waiting' },
    { name: 'counter, to be reviewed', path: '/staff/mandates/review' },
    { name: 'counter, between two', open: between },
    { name: 'counter, new mandate', async open(page, lang) { await between(page, lang); await follow(page, page.locator('main a[href$="/new"]')); } },
    { name: 'counter, mandate', open: one },
    { name: 'counter, mandate with errors', async open(page, lang) { await one(page, lang); await follow(page, page.locator('form[action$="/register"] button')); } },
    { name: 'counter, letter', async open(page, lang) { await one(page, lang); await follow(page, page.locator('main a[href$="/confirmation"]')); } },
  ];
};

/** The pages of a company, for whoever signs for it. */
const forCompanies = (origin) => {
  /** From "my companies" by the first of each link. */
  const by = (...links) => async (page, lang) => {
    await page.goto(withLanguage(`${origin}/virksomhed`, lang));
    for (const link of links) {
      const href = await page.locator(`main a[href${link}]`).first().getAttribute('href');
      await page.goto(withLanguage(new URL(href, origin), lang));
    }
  };
  return [
    { name: 'my companies', path: '/virksomhed', all: true },
    { name: 'rights', open: by('$="/rettigheder"'), all: true },
    { name: 'give a right', open: by('$="/rettigheder"', '*="/ny/"') },
    { name: 'give an adviser', open: by('$="/rettigheder"', '$="/raadgiver"') },
    { name: 'new employee', open: by('$="/rettigheder"', '$="/ansatte/ny"') },
    { name: 'somebody leaves', open: by('$="/rettigheder"', '*="/ansatte/"') },
    { name: 'what was given to us', open: by('$="/modtaget"') },
  ];
};

/** The pages of surveys, for an analyst. The demonstration has one survey, with figures. */
const forAnalysts = (origin) => {
  const at = (path, lang) => withLanguage(origin + path, lang);
  /** The address of the first link of a kind, from the page of the survey. */
  const from = (link, rest = '') => async (page, lang) => {
    await page.goto(at('/staff/surveys', lang));
    const survey = new URL(await page.locator('main td a').first().getAttribute('href'), origin).pathname;
    await page.goto(at(survey, lang));
    const href = new URL(await page.locator(link).first().getAttribute('href'), origin).pathname;
    return page.goto(at(href + rest, lang));
  };
  const version = 'main table a';
  return [
    { name: 'surveys', path: '/staff/surveys' },
    { name: 'survey', async open(page, lang) {
      await page.goto(at('/staff/surveys', lang));
      const href = await page.locator('main td a').first().getAttribute('href');
      return page.goto(at(new URL(href, origin).pathname, lang));
    } },
    { name: 'import of a survey', path: '/staff/surveys/new' },
    { name: 'import of a survey, with errors', async open(page, lang) {
      await page.goto(at('/staff/surveys/new', lang));
      await page.locator('main form button[type=submit]').click();
      await page.waitForLoadState();
    } },
    { name: 'version', open: from(version) },
    { name: 'version, by years', open: from(version, '?of=needed_help') },
    { name: 'version, by groups', open: from(version, '?of=needed_help&by=age_group&year=2022&year=2024') },
    { name: 'version, two years compared', open: from(version, '?of=needed_help&by=region&from=2021&to=2023') },
    { name: 'version, years the wrong way round', status: 422, open: from(version, '?of=needed_help&from=2024&to=2022') },
    { name: 'version, several answers', open: from(version, '?of=channels&year=2024') },
    { name: 'version, with an error', status: 422, open: from(version, '?of=needed_help&only=age+%3E') },
    { name: 'file of a version', open: from(version, '/file') },
    { name: 'weights', open: from(version, '/weights') },
    { name: 'areas', open: from(version, '/areas?of=needed_help'), heavy: true },
    { name: 'named figure', open: from('main ul a[href*="/staff/figures/"]') },
  ];
};

/** Every page in each of its languages and widths. `sessions` are those of the people. */
export function variants(origin, { place, point }, sessions) {
  const of = (audience, session, languages, pages) => pages.flatMap((page) => (page.all && audience === 'citizen' ? ['da', 'ar', 'en', 'tr', 'ur'] : languages)
    .flatMap((lang) => (['da', 'ar'].includes(lang) ? [WIDE, NARROW] : [NARROW]).map((width) => ({
      ...page, lang, width, audience, storageState: session,
      open: (tab) => (page.open ? page.open(tab, lang) : tab.goto(withLanguage(origin + page.path, lang))),
    }))));
  return [
    ...of('citizen', undefined, ['da', 'ar'], forAnyone(place)),
    ...of('citizen', undefined, ['da', 'ar'], mitid(origin)),
    ...of('citizen', undefined, ['da', 'ar'], practice(origin)),
    ...of('citizen', undefined, ['da', 'ar'], classes(origin)),
    ...of('staff', undefined, ['da', 'en'], forTeachers(origin)),
    ...of('citizen', sessions.citizen, ['da', 'ar'], [...forCitizens(origin), ...post(origin), ...mandates(origin)]),
    ...of('citizen', sessions.librarian, ['da', 'ar'], helping(origin)),
    ...of('staff', sessions.librarian, ['da', 'en'], forStaff(origin, point)),
    ...of('staff', sessions.coordinator, ['da', 'en'], forCoordinators),
    ...of('staff', sessions.administrator, ['da', 'en'], forAdministrators),
    ...of('staff', sessions.trusted, ['da', 'en'], forTheCounter(origin)),
    ...of('staff', sessions.analyst, ['da', 'en'], forAnalysts(origin)),
    ...of('citizen', sessions.signatory, ['da', 'ar'], forCompanies(origin)),
  ];
}

function withLanguage(address, lang) {
  const url = new URL(address);
  url.searchParams.set('lang', lang);
  return url.href;
}

/** A place and a help point that are there, as somebody would come upon them. */
export async function examples(browser, origin, librarian) {
  const context = await browser.newContext({ storageState: librarian, javaScriptEnabled: false });
  const page = await context.newPage();
  const first = async (path, link) => {
    await page.goto(origin + path);
    const href = await page.locator(link).first().getAttribute('href');
    return new URL(href, origin).pathname;
  };
  const place = await first('/find-hjaelp?near=Vejle', '.om-place h3 a');
  const point = await first('/staff/help-points', 'main td a[href*="/staff/help-points/"]');
  await context.close();
  return { place, point };
}
