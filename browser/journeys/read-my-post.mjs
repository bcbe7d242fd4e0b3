// Aase reads a letter, puts it into a folder, finds it again by searching, answers it with a mistake on the way, deletes it
// and takes that back.
import { must } from '../support/report.mjs';
import { people, steps } from '../support/sign-in.mjs';

const FOLDER = 'Min bolig';
const ANSWER = 'Jeg betaler 6.200 kr. om måneden.';

export const readMyPost = {
  name: 'read my post, sort it, search it, answer it, delete and regret',
  async walk(hand, origin) {
    const { page } = hand;
    await steps.choose(page, origin, '/post');
    await hand.follow(page.locator('main a.button[href*="/log-ind/"]').first());
    await hand.write(page.locator('[name=user_name]'), people.citizen);
    await hand.follow(page.locator('form:has([name=user_name]) button[type=submit]'));
    await hand.follow(page.locator('button[value=open]'));
    await hand.follow(page.locator('button[value=approve]'));
    must(new URL(page.url()).pathname === '/post', `signed in, and came to ${page.url()}`);

    const folder = await makeFolder(hand, origin);
    const letter = await read(hand, origin);
    await move(hand, folder);
    await find(hand, origin, letter);
    await answer(hand);
    await regret(hand, origin, letter);
    await tidy(hand, origin, letter);
  },
};

async function makeFolder(hand, origin) {
  const { page } = hand;
  await hand.follow(page.locator('.om-shelves a[href$="/mapper"]'));
  const form = page.locator('form[action$="/mapper"]');
  await hand.write(form.locator('[name=name]'), '');
  await hand.follow(form.locator('button[type=submit]'));
  must((await page.title()).startsWith('Fejl:'), 'a folder without a name was made');
  await hand.write(form.locator('[name=name]'), FOLDER);
  await hand.follow(form.locator('button[type=submit]'));
  const link = page.locator('.om-errand h2 a', { hasText: FOLDER });
  must(await link.count() === 1, `there is no folder »${FOLDER}«`);
  const href = await link.getAttribute('href');
  await page.goto(`${origin}/post`);
  return href.split('/').pop();
}

/** Opens the letter about housing benefit; it is read from then on. */
async function read(hand, origin) {
  const { page } = hand;
  const item = () => page.locator('.om-mail', { hasText: 'boligstøtte' }).first();
  const link = item().locator('h2 a');
  const href = await link.getAttribute('href');
  await hand.follow(link);
  must(await page.locator('.om-mail-body').count() === 1, 'the letter says nothing');
  must((await page.locator('.om-deadline').textContent()).includes('Svar senest'), 'no word of when to answer');
  await page.goto(`${origin}/post`);
  must(await item().locator('.om-unread').count() === 0, 'the letter is still unread');
  await hand.follow(item().locator('h2 a'));
  return href;
}

async function move(hand, folder) {
  const { page } = hand;
  await hand.choose(page.locator('[name=to]'), folder);
  await hand.follow(page.locator('button[value=move]'));
  must((await page.locator('[role=status]').textContent()).includes('flyttet'), 'nothing says that it was moved');
  must(await page.locator('.om-mail', { hasText: 'boligstøtte' }).count() === 0, 'it is still in the inbox');
}

/** Found by words that are typed on a foreign keyboard. */
async function find(hand, origin, letter) {
  const { page } = hand;
  await page.goto(`${origin}/post`);
  const search = page.locator('form[role=search]');
  await hand.write(search.locator('[name=q]'), 'boligstoette');
  await hand.follow(search.locator('button[type=submit]'));
  const found = page.locator(`.om-mail h2 a[href="${letter}"]`);
  must(await found.count() === 1, 'the search does not find it');
  await hand.follow(found);
}

async function answer(hand) {
  const { page } = hand;
  await hand.follow(page.locator('main a[href$="/svar"]'));
  const form = page.locator('form[enctype="multipart/form-data"]');
  await hand.follow(form.locator('button[type=submit]'));
  const summary = page.locator('.alert-error');
  must(await summary.evaluate((one) => one === document.activeElement), 'the summary does not have the focus');
  await hand.write(form.locator('[name=text]'), ANSWER);
  await hand.follow(form.locator('button[type=submit]'));
  must(page.url().includes('/post/kvittering/'), `sent, and came to ${page.url()}`);
  await hand.follow(page.locator('main a[href*="/post/brev/"]'));
  must((await page.locator('.om-mail-body').textContent()).includes(ANSWER), 'the sent letter says something else');
}

async function regret(hand, origin, letter) {
  const { page } = hand;
  await page.goto(origin + letter);
  await hand.follow(page.locator('button[value=delete]'));
  must((await page.locator('[role=status]').textContent()).includes('slettet'), 'nothing says that it was deleted');
  await hand.follow(page.locator('form[action$="/fortryd"] button'));
  must((await page.locator('[role=status]').textContent()).includes('hvor det lå før'), 'nothing says that it is back');
}

/** Everything as it was, for whoever walks next. */
async function tidy(hand, origin, letter) {
  const { page } = hand;
  await page.goto(origin + letter);
  await hand.choose(page.locator('[name=to]'), '00000000-0000-0000-0000-000000000001');
  await hand.follow(page.locator('button[value=move]'));
  await page.goto(`${origin}/post/mapper`);
  await hand.follow(page.locator('form[action$="/fjern"] button').first());
  must(await page.locator('.om-errand h2 a', { hasText: FOLDER }).count() === 0, 'the folder is still there');
}
