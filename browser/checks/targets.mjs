// Everything one presses, except links inside running text, is at least 44 px high: the least that a finger that
// trembles can hit.

const LEAST = 43.9;

export const targets = {
  kind: 'targets',
  find: (page) => page.evaluate((least) => [...document.querySelectorAll('a, button, summary, select, textarea, input:not([type=hidden]), label')]
    .filter((one) => one.checkVisibility() && getComputedStyle(one).display !== 'inline')
    // The skip link is out of sight until focused; a radio button is pressed by its label; other labels only name a field.
    .filter((one) => !one.matches('.skipnav, .form-radio, .form-checkbox, .form-label'))
    .map((one) => [one, one.getBoundingClientRect().height])
    .filter(([, height]) => height < least)
    .map(([one, height]) => `${one.tagName.toLowerCase()}.${one.className} »${one.textContent.trim().slice(0, 30)}« ${height} px`), LEAST),
};
