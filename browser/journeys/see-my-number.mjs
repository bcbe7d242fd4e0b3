// Aase looks at her CPR number: masked at first, whole when she asks for it, and the look is in her log.
import { must } from '../support/report.mjs';
import { people, steps } from '../support/sign-in.mjs';

export const seeMyNumber = {
  name: 'see my own CPR number, and find the look in my log',
  async walk(hand, origin) {
    const { page } = hand;
    await steps.choose(page, origin, '/min-side');
    await hand.follow(page.locator('main a.button[href*="/log-ind/"]').first());
    await hand.write(page.locator('[name=user_name]'), people.citizen);
    await hand.follow(page.locator('form:has([name=user_name]) button[type=submit]'));
    await hand.follow(page.locator('button[value=open]'));
    await hand.follow(page.locator('button[value=approve]'));

    const number = () => page.locator('#cpr dd').textContent();
    must(/^\d{6}-••••$/.test((await number()).trim()), `the number is shown as »${await number()}«`);
    const looks = await page.locator('main').getByText('CPR').count();
    await hand.follow(page.locator('form[action*="/min-side/cpr"] button'));
    must(/^\d{6}-\d{4}$/.test((await number()).trim()), 'the whole number is not shown');
    must(!/\d{6}-?\d{4}/.test(page.url()), 'the number is in the address');
    await hand.follow(page.locator('main a[href*="#cpr"]'));
    must(/^\d{6}-••••$/.test((await number()).trim()), 'the number is still whole');
    must(await page.locator('main').getByText('CPR').count() > looks, 'the look is not in the log');
  },
};
