// Bo helps Aase. He finds her among those he helps, goes in, sees on every page whose post it is, opens a letter, and stops. She
// reads that he has looked, and takes it back: then there is nothing for him to go into. At last she lets him in again.
import { must } from '../support/report.mjs';
import { people, signIn } from '../support/sign-in.mjs';

const BO = { name: 'Bo Lind', cpr: '740985-0107' };

export const helpWithPost = {
  name: 'see the post of somebody I help, until they take it back',
  async walk(hand, origin) {
    const { page } = hand;
    await signIn(page, origin, people.librarian, '/jeg-hjaelper');
    const post = await goIn(hand);
    await read(hand, origin, post);
    await stop(hand);
    await leave(hand, origin);

    await signIn(page, origin, people.citizen, '/fuldmagt/hvem-kiggede');
    must((await page.locator('main').textContent()).includes(BO.name), 'nothing says that Bo has looked');
    await page.goto(`${origin}/fuldmagt`);
    await hand.follow(page.locator('main li', { hasText: BO.name }).first().locator('form[action$="/tilbage"] button'));
    await leave(hand, origin);

    await signIn(page, origin, people.librarian, '/jeg-hjaelper');
    must(await page.locator('form[action*="/jeg-hjaelper/"] button').count() === 0, 'Bo can still go in');
    const answer = await page.goto(origin + post);
    must(answer.status() === 404, `after it was taken back, her post answers ${answer.status()}`);
    must(await page.locator('.om-actingfor').count() === 0, 'the bar names her still');
    await leave(hand, origin);

    await signIn(page, origin, people.citizen, '/fuldmagt/giv');
    await give(hand);
    await leave(hand, origin);
  },
};

/** Four steps: to whom, what, how long, and a look at what it opens. */
async function give(hand) {
  const { page } = hand;
  const whom = page.locator('form:has([name=cpr])');
  await hand.write(whom.locator('[name=name]'), BO.name);
  await hand.write(whom.locator('[name=cpr]'), BO.cpr);
  await hand.follow(whom.locator('button[type=submit]'));
  await hand.press(page.locator('[name=powers][value="post.read"]'));
  await hand.follow(page.locator('form[action$="/hvad"] button[type=submit]'));
  await hand.follow(page.locator('form[action$="/hvor-laenge"] button[type=submit]'));
  await hand.follow(page.locator('form[action$="/ja"] button'));
}

async function goIn(hand) {
  const { page } = hand;
  await hand.follow(page.locator('form[action*="/jeg-hjaelper/"] button').first());
  await actsFor(page);
  return new URL(page.url()).pathname;
}

/** The bar is there, and the title says the name. */
async function actsFor(page) {
  const bar = await page.locator('.om-actingfor').textContent();
  must(bar.includes('Aase Holm'), `the bar says »${bar}«`);
  must((await page.title()).includes('Aase Holm'), 'the title does not say whose post it is');
}

async function read(hand, origin, post) {
  const { page } = hand;
  const first = page.locator('.om-mail h2 a').first();
  const href = await first.getAttribute('href');
  must(href.startsWith(post), `a letter of hers leads to ${href}`);
  await hand.follow(first);
  await actsFor(page);
  // A letter with legal effect is opened by whoever says so.
  const opens = page.locator('form[action$="/aabning"] button');
  if (await opens.count()) await hand.follow(opens);
  must(await page.locator('.om-mail-body').count() === 1, 'the letter says nothing');
  must(await page.locator('a[href$="/svar"]').count() === 0, 'whoever only reads is offered to answer');
  must(await page.locator('button[value=delete]').count() === 0, 'whoever helps is offered to delete');
  await page.goto(`${origin}${post}/soeg?q=bolig`);
  await actsFor(page);
}

async function stop(hand) {
  const { page } = hand;
  await hand.follow(page.locator('.om-actingfor a'));
  must(new URL(page.url()).pathname === '/jeg-hjaelper', `stopped, and came to ${page.url()}`);
  must(await page.locator('.om-actingfor').count() === 0, 'the bar is still there');
}

async function leave(hand, origin) {
  const { page } = hand;
  await page.goto(`${origin}/min-side`);
  await hand.follow(page.locator('form[action$="/log-ud"] button'));
}
