// Bo, the librarian, signs in, corrects a place and makes a mistake on the way, says that the rest is still right,
// and signs out.
import { must } from '../support/report.mjs';
import { people } from '../support/sign-in.mjs';

export const correctPlace = {
  name: 'sign in, correct a place with a mistake on the way, say it is still right, sign out',
  async walk(hand, origin) {
    const { page } = hand;
    await signIn(hand, origin);

    await hand.follow(page.locator('main td a[href*="/staff/help-points/"]').first());
    await hand.follow(page.locator('main a[href$="/details"]'));
    await mistake(hand);
    await mend(hand);
    await assure(hand);

    await page.goto(`${origin}/min-side`);
    await hand.follow(page.locator('.om-footer form[action$="/log-ud"] button'));
    await page.goto(`${origin}/min-side`);
    must(await page.locator('.om-footer form[action$="/log-ud"]').count() === 0, 'still signed in');
  },
};

async function signIn(hand, origin) {
  const { page } = hand;
  await page.goto(`${origin}/log-ind?next=%2Fstaff%2Fhelp-points`);
  await hand.follow(page.locator('main a.button[href*="/log-ind/"]').first());
  await hand.write(page.locator('[name=user_name]'), people.librarian);
  await hand.follow(page.locator('form:has([name=user_name]) button[type=submit]'));
  await hand.follow(page.locator('button[value=open]'));
  must(await page.locator('button[value=approve]').count() === 1, 'the telephone asks for nothing');
  await hand.follow(page.locator('button[value=approve]'));
  must(new URL(page.url()).pathname === '/staff/help-points', `signed in, and came to ${page.url()}`);
}

const TYPED = 'Skrevet på rejsen gennem siderne';

/** An empty name is refused; what else was typed is still there, and the summary has the focus and leads to the field. */
async function mistake(hand) {
  const { page } = hand;
  const form = page.locator('form:has([name=name])');
  const was = await form.locator('[name=name]').inputValue();
  await hand.write(form.locator('[name=name]'), '');
  await hand.write(form.locator('[name=description]'), TYPED);
  await hand.follow(form.locator('button[type=submit]').first());
  const summary = page.locator('.alert-error');
  must(await summary.count() === 1, 'no summary of errors');
  must(await summary.evaluate((one) => one === document.activeElement), 'the summary does not have the focus');
  must((await page.title()).startsWith('Fejl:'), `the title is »${await page.title()}«`);
  must(await form.locator('[name=description]').inputValue() === TYPED, 'what was typed is lost');
  must(await form.locator('[name=name]').getAttribute('aria-invalid') === 'true', 'the field does not say that it is wrong');
  const link = summary.locator('a').first();
  const said = (await link.textContent()).trim();
  must((await form.locator('.form-error-message').first().textContent()).includes(said), 'field and summary say different things');
  await hand.press(link);
  must(page.url().endsWith(`#${await form.locator('[name=name]').getAttribute('id')}`), `the summary leads to ${page.url()}`);
  await hand.write(form.locator('[name=name]'), was);
}

async function mend(hand) {
  const { page } = hand;
  await hand.follow(page.locator('form:has([name=name]) button[type=submit]').first());
  must(await page.locator('.alert-error').count() === 0, `refused: ${await page.locator('.alert-error').textContent().catch(() => '')}`);
  must((await page.locator('.om-facts').textContent()).includes(TYPED), 'the change is not there');
}

async function assure(hand) {
  const { page } = hand;
  await hand.follow(page.locator('form[action$="/confirmation"] button'));
  must(await page.locator('.alert-success[role=status]').count() === 1, 'nothing says that it was noted');
}
