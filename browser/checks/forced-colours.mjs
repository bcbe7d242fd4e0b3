// In the high contrast of Windows a chosen box must look different from one that is not: the design system draws
// its boxes with colours that are then gone.

export const forcedColours = {
  kind: 'forced colours',
  async find(page) {
    const problems = [];
    await page.evaluate(() => { for (const details of document.querySelectorAll('details')) details.open = true; });
    await page.emulateMedia({ forcedColors: 'active' });
    for (const type of ['checkbox', 'radio']) {
      const control = page.locator(`input[type=${type}]`).first();
      if (await control.count() === 0) continue;
      const [off, on] = [await pictured(control, false), await pictured(control, true)];
      if (off.equals(on)) problems.push(`a chosen ${type} looks like one that is not`);
    }
    await page.emulateMedia({ forcedColors: 'none' });
    return problems;
  },
};

async function pictured(control, chosen) {
  await control.evaluate((one, checked) => { one.checked = checked; }, chosen);
  return control.locator('xpath=..').screenshot();
}
