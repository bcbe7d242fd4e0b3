// What a machine can see of WCAG 2.2 AA, by axe-core.
//
// The content policy forbids a script from outside, so axe runs in an isolated world, which DevTools may open.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export const axe = {
  kind: 'axe',
  async find(page) {
    const devtools = await page.context().newCDPSession(page);
    const { frameTree } = await devtools.send('Page.getFrameTree');
    const { executionContextId: contextId } = await devtools.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
    await devtools.send('Runtime.evaluate', { contextId, expression: source });
    const { result, exceptionDetails } = await devtools.send('Runtime.evaluate', {
      contextId, awaitPromise: true, returnByValue: true,
      expression: `axe.run(document, { runOnly: ${JSON.stringify(RULES)} }).then((found) => ({
        passes: found.passes.length,
        violations: found.violations.map((one) => one.id + ': ' + one.nodes.slice(0, 4).map((node) => node.target.join(' ')).join(' | ')),
      }))`,
    });
    await devtools.detach();
    if (exceptionDetails) return [`axe broke down: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`];
    if (result.value.passes === 0) return ['axe looked at nothing'];
    return result.value.violations;
  },
};
