// A link within the page leads to something that is there: the skip link, the error that is to be mended.

export const anchors = {
  kind: 'anchors',
  find: (page) => page.evaluate(() => [...document.querySelectorAll('a[href^="#"]')]
    .map((one) => one.getAttribute('href').slice(1))
    .filter((id) => id === '' || !document.getElementById(id))
    .map((id) => `#${id} leads nowhere`)),
};
