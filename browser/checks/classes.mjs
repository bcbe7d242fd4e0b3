// A class in two browsers: the teacher's list follows a learner by itself; the learner's page notices a pause and is sent on, and what
// is being typed is left alone. And the same without any script, by pages that are read anew.
import { WIDE, NARROW, follow, fresh } from '../support/browser.mjs';
import { joinClass, openClass } from '../support/site.mjs';

const EXERCISE = '/oevelser/sygehusbrev';
/** Longer than the page of a learner waits before it asks. */
const PATIENCE = 6_000;

export async function classes({ browser, report, origin }) {
  const both = async (options, act) => {
    const contexts = await Promise.all([fresh(browser, WIDE, options), fresh(browser, NARROW, options)]);
    try {
      const [teacher, learner] = await Promise.all(contexts.map((context) => context.newPage()));
      const { base, code } = await openClass(teacher, origin);
      const sandbox = await joinClass(learner, origin, code);
      return await act({ teacher, learner, base: origin + base, sandbox: origin + sandbox });
    } finally {
      await Promise.all(contexts.map((context) => context.close()));
    }
  };
  const press = (page, selector) => follow(page, page.locator(selector));

  await report.run('class', 'the list follows a learner, and keeps the focus', () => both({}, async ({ teacher, learner, sandbox }) => {
    await teacher.locator('#seat-1').waitFor();
    await teacher.locator('#show-1').focus();
    await learner.goto(sandbox + EXERCISE);
    const begun = performance.now();
    await learner.locator(`form[action$="${EXERCISE}"] button`).click();
    await teacher.locator('#seat-1', { hasText: 'Opgave 1 af' }).waitFor({ timeout: PATIENCE });
    const took = performance.now() - begun;
    const focus = await teacher.evaluate(() => document.activeElement.id);
    const isLive = await teacher.locator('[data-om-live]').isVisible();
    const problems = [];
    if (took > 1_000) problems.push(`the teacher saw the step after ${Math.round(took)} ms`);
    if (focus !== 'show-1') problems.push(`the focus went to »${focus}«`);
    if (!isLive) problems.push('the page does not say that it follows');
    return problems;
  }));

  await report.run('class', 'a pause is noticed, what is typed stays, and everybody is sent on', () => both({}, async ({ teacher, learner, sandbox }) => {
    await learner.goto(`${sandbox}/oevelser/kode`);
    await learner.locator('[name=code]').fill('AB');
    await press(teacher, '#pause-form button');
    await learner.locator('#class-pause').waitFor({ timeout: PATIENCE });
    await teacher.locator('#to').selectOption('/oevelse/telefon');
    await press(teacher, 'form[action$="/send"] button');
    await press(teacher, '#pause-form button');
    await learner.locator('#class-sent').waitFor({ timeout: PATIENCE });
    const typed = await learner.locator('[name=code]').inputValue();
    await press(learner, '#class-sent a');
    const problems = [];
    if (typed !== 'AB') problems.push(`»AB« was typed, and »${typed}« is left`);
    if (!learner.url().endsWith('/oevelse/telefon')) problems.push(`the link leads to ${learner.url()}`);
    await teacher.locator('#to').selectOption('/min-side');
    await press(teacher, 'form[action$="/send"] button');
    await learner.waitForURL(/\/min-side$/, { timeout: PATIENCE });
    await press(teacher, '#pause-form button');
    await learner.reload();
    await press(teacher, '#pause-form button');
    await learner.locator('[data-om-paused]').waitFor({ state: 'detached', timeout: PATIENCE });
    return problems;
  }));

  await report.run('class', 'without script: pages are read anew by themselves', () => both({ javaScriptEnabled: false }, async ({ teacher, learner, base, sandbox }) => {
    const problems = [];
    const isRefreshed = async (page) => (await page.locator('noscript meta[http-equiv=refresh], meta[http-equiv=refresh]').count()) > 0;
    await teacher.goto(base);
    if (!await isRefreshed(teacher)) problems.push('the overview stands still');
    await learner.goto(sandbox + EXERCISE);
    await press(learner, `form[action$="${EXERCISE}"] button`);
    await press(teacher, '[data-om-lost] a');
    if (!(await teacher.locator('#seat-1').textContent()).includes('Opgave 1 af')) problems.push('the overview does not say where the learner is');
    await press(teacher, '#pause-form button');
    await learner.goto(`${sandbox}/post`);
    if (!await isRefreshed(learner)) problems.push('the page of the pause stands still');
    await press(teacher, '#pause-form button');
    await learner.goto(`${sandbox}/post`);
    if (await learner.locator('[data-om-paused]').count()) problems.push('the pause goes on');
    return problems;
  }));
}
