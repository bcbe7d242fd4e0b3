// Aase lets Dina see her tax, with a mistake on the way: to whom, what, how long, and a look at what it opens. Then she takes it back.
import { must } from '../support/report.mjs';
import { people, steps } from '../support/sign-in.mjs';

const DINA = { name: 'Dina Søgaard', cpr: '810179-0304' };

export const giveAMandate = {
  name: 'give a mandate in four steps, and take it back',
  async walk(hand, origin) {
    const { page } = hand;
    await steps.choose(page, origin, '/fuldmagt');
    await hand.follow(page.locator('main a.button[href*="/log-ind/"]').first());
    await hand.write(page.locator('[name=user_name]'), people.citizen);
    await hand.follow(page.locator('form:has([name=user_name]) button[type=submit]'));
    await hand.follow(page.locator('button[value=open]'));
    await hand.follow(page.locator('button[value=approve]'));
    must(new URL(page.url()).pathname === '/fuldmagt', `signed in, and came to ${page.url()}`);

    await hand.follow(page.locator('main a[href$="/fuldmagt/giv"]'));
    await toWhom(hand);
    await what(hand);
    await howLong(hand);
    await see(hand);
    await takeBack(hand);
  },
};

async function toWhom(hand) {
  const { page } = hand;
  const form = page.locator('form:has([name=cpr])');
  await hand.write(form.locator('[name=name]'), 'Nogen Anden');
  await hand.write(form.locator('[name=cpr]'), DINA.cpr);
  await hand.follow(form.locator('button[type=submit]'));
  must((await page.title()).startsWith('Fejl:'), 'a number was enough, whatever the name');
  must(await page.locator('.alert-error').evaluate((one) => one === document.activeElement), 'the summary does not have the focus');
  must(await form.locator('[name=cpr]').inputValue() === '', 'the number is shown again');
  await hand.write(form.locator('[name=name]'), DINA.name);
  await hand.write(form.locator('[name=cpr]'), DINA.cpr);
  await hand.follow(form.locator('button[type=submit]'));
  must(/\/fuldmagt\/[0-9a-f-]{36}\/hvad$/.test(page.url()), `the second step is at ${page.url()}`);
}

async function what(hand) {
  const { page } = hand;
  const next = page.locator('main form button[type=submit]').first();
  await hand.follow(next);
  must((await page.title()).startsWith('Fejl:'), 'something was given that opens nothing');
  await hand.press(page.locator('[value="tax.see"]'));
  await hand.follow(next);
  must(page.url().endsWith('/hvor-laenge'), `the third step is at ${page.url()}`);
}

async function howLong(hand) {
  const { page } = hand;
  must(await page.locator('[name=length][value="1y"]').isChecked(), 'it does not end after a year by itself');
  await hand.follow(page.locator('main form button[type=submit]').first());
}

async function see(hand) {
  const { page } = hand;
  const main = await page.locator('main').textContent();
  must(main.includes(DINA.name) && main.includes('Se skat') && main.includes('Kan ikke ændre noget'), 'it does not say what it opens');
  await hand.follow(page.locator('form[action$="/ja"] button'));
}

async function takeBack(hand) {
  const { page } = hand;
  const line = page.locator('.om-rows > li', { hasText: DINA.name }).filter({ has: page.locator('form[action$="/tilbage"]') });
  must(await line.count() === 1, 'what was given is not on the page');
  await hand.follow(line.locator('button'));
  must((await page.locator('[role=status]').textContent()).includes('taget tilbage'), 'nothing says that it was taken back');
  must(await line.count() === 0, 'it is still there');
}
