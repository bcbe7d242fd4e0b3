// Two ways through the same journey: with a pointer and no script at all, and with the keyboard alone.
import { follow } from './browser.mjs';

/** Clicks and types; runs where scripts do not. */
export class Pointer {
  static options = { javaScriptEnabled: false };

  constructor(page) {
    this.page = page;
  }

  /** Presses what leads to another page, and waits for that. */
  async follow(target) {
    await follow(this.page, target);
  }

  async press(target) {
    await target.click();
  }

  async write(target, text) {
    await target.fill(text);
  }

  async choose(target, value) {
    await target.selectOption(value);
  }
}

const FAR = 250; // stops: more than any page has

/** Tab, Enter, Space and letters. Each stop on the way must show where it is. */
export class Keyboard {
  static options = {};

  constructor(page) {
    this.page = page;
  }

  async follow(target) {
    await this.#reach(target);
    await Promise.all([this.page.waitForEvent('domcontentloaded'), this.page.keyboard.press('Enter')]);
  }

  async press(target) {
    await this.#reach(target);
    const isLink = await target.evaluate((one) => one.matches('a'));
    await this.page.keyboard.press(isLink ? 'Enter' : 'Space');
  }

  async write(target, text) {
    await this.#reach(target);
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.press('Delete');
    await this.page.keyboard.type(text);
  }

  /** Goes down the list, as one does. */
  async choose(target, value) {
    await this.#reach(target);
    await this.page.keyboard.press('Home');
    for (let step = 0; step < FAR && await target.inputValue() !== value; step += 1) await this.page.keyboard.press('ArrowDown');
    if (await target.inputValue() !== value) throw new Error(`»${value}« is not on the list`);
  }

  async #reach(target) {
    await target.waitFor();
    for (let stop = 0; stop < FAR; stop += 1) {
      if (await target.evaluate((one) => one === document.activeElement)) return;
      await this.page.keyboard.press('Tab');
      const problem = await this.page.evaluate(unseen);
      if (problem) throw new Error(`${problem}, at ${this.page.url()}`);
    }
    throw new Error(`Tab never comes to ${target}, at ${this.page.url()}`);
  }
}

/** Runs in the page: why one cannot see which element has the focus. */
function unseen() {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const name = `${one.tagName.toLowerCase()}.${one.className} »${one.textContent.trim().slice(0, 30)}«`;
  // A radio button or checkbox is drawn by its label.
  const drawn = one.matches('.form-radio, .form-checkbox') ? [one, one.labels[0]] : [one];
  const marked = drawn.some((element) => ['', '::before', '::after'].some((part) => {
    const style = getComputedStyle(element, part || undefined);
    return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || (style.boxShadow !== 'none' && part === '');
  }));
  if (!marked) return `nothing marks the focus on ${name}`;
  const box = (one.matches('.form-radio, .form-checkbox') ? one.labels[0] : one).getBoundingClientRect();
  if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) return `the focus is out of sight on ${name}`;
  const [x, y] = [(Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2, (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2];
  const over = document.elementFromPoint(x, y);
  return over && (drawn.some((element) => element.contains(over)) || over.contains(one)) ? null : `something covers the focus on ${name}`;
}
