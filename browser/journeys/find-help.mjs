// Aase looks for help with MitID in Aalborg, misspells the town, narrows the search, reads about a place, takes the
// sheet for the refrigerator with her, and goes back.
import { must } from '../support/report.mjs';

export const findHelp = {
  name: 'find help with MitID in »Ålbrg«, and take the sheet home',
  async walk(hand, origin) {
    const { page } = hand;
    await page.goto(`${origin}/`);
    const search = page.locator('form[role=search]');
    await hand.write(search.locator('[name=near]'), 'Ålbrg');
    await hand.follow(search.locator('button[type=submit]').first());
    const understood = (await page.locator('section[aria-labelledby=results] .om-lead').textContent()).trim();
    must(understood.includes('Ålbrg') && understood.includes('Aalborg'), `understood as »${understood}«`);
    must(await page.locator('.om-place').count() > 0, 'no places');

    const wishes = search.locator('details');
    if (await wishes.getAttribute('open') === null) await hand.press(wishes.locator('summary'));
    await hand.choose(search.locator('[name=topic]'), 'mitid');
    await hand.press(search.locator('input[name=step_free]'));
    await hand.follow(wishes.locator('button[type=submit]'));
    const asked = new URL(page.url()).searchParams;
    must(asked.get('topic') === 'mitid' && asked.get('step_free') === 'yes', `the wishes were lost: ${page.url()}`);
    must(await search.locator('[name=topic]').inputValue() === 'mitid', 'the form forgot the topic');
    must(await search.locator('input[name=step_free]').isChecked(), 'the form forgot the wheelchair');

    const results = page.url();
    const place = page.locator('.om-place h3 a').first();
    const name = (await place.textContent()).trim();
    await hand.follow(place);
    must((await page.locator('h1').textContent()).includes(name), `»${name}« led to ${page.url()}`);
    must(await page.locator('.om-facts').count() > 0, 'no facts about the place');

    const address = page.url();
    await hand.follow(page.locator('main a[href$="/ark"]'));
    must((await page.locator('.om-sheet h1').textContent()).includes(name), 'the sheet is for another place');
    await hand.follow(page.locator('.back-link'));
    must(page.url() === address, `back led to ${page.url()}`);
    for (const _ of ['sheet', 'place', 'results']) await page.goBack();
    must(page.url() === results, `the browser's own back led to ${page.url()}`);
  },
};
