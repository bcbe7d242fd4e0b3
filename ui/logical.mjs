// A postcss pass that turns left and right into start and end, so that one style sheet serves Danish and Arabic and
// an Arabic message inside a Danish page. What has no logical form (background positions) gets a twin
// rule for `:dir(rtl)`.
import postcss from 'postcss';

const property = {
  'margin-left': 'margin-inline-start', 'margin-right': 'margin-inline-end',
  'padding-left': 'padding-inline-start', 'padding-right': 'padding-inline-end',
  left: 'inset-inline-start', right: 'inset-inline-end',
  'border-top-left-radius': 'border-start-start-radius', 'border-top-right-radius': 'border-start-end-radius',
  'border-bottom-left-radius': 'border-end-start-radius', 'border-bottom-right-radius': 'border-end-end-radius',
};
for (const part of ['', '-width', '-style', '-color']) {
  property[`border-left${part}`] = `border-inline-start${part}`;
  property[`border-right${part}`] = `border-inline-end${part}`;
}
const sided = /^(text-align|float|clear)$/;
const value = { 'text-align': { left: 'start', right: 'end' }, float: { left: 'inline-start', right: 'inline-end' },
  clear: { left: 'inline-start', right: 'inline-end' } };
const mirrored = /^(background|background-position|background-image|transform-origin)$/;
const side = /\b(left|right)\b/;

/** `padding: top right bottom left` says left and right by position alone. */
function splitShorthand(decl) {
  const [top, right, bottom, left] = postcss.list.space(decl.value);
  if (left === undefined || left === right) return;
  const edges = { 'block-start': top, 'inline-end': right, 'block-end': bottom, 'inline-start': left };
  for (const [edge, length] of Object.entries(edges)) {
    decl.cloneBefore({ prop: `${decl.prop}-${edge}`, value: length });
  }
  decl.remove();
}

/** The same rule for right-to-left text, with the sides changed over. */
function twin(rule, decls) {
  const mirror = postcss.rule({
    selectors: rule.selectors.map((one) => one.replace(/(::[a-z-]+)?$/, ':dir(rtl)$1')),
  });
  for (const decl of decls) {
    mirror.append(decl.clone({ value: decl.value.replace(new RegExp(side, 'g'), (word) => (word === 'left' ? 'right' : 'left')) }));
  }
  rule.after(mirror);
}

export const logical = {
  postcssPlugin: 'logical',
  Once(root) {
    const written = [];
    root.walkRules((rule) => void written.push(rule));
    for (const rule of written) {
      const lopsided = [];
      rule.each((decl) => {
        if (decl.type !== 'decl') return;
        // The bar of an alert, drawn as a gradient by dkfds; own/form.scss draws it as a border, which turns by itself.
        if (decl.value.startsWith('linear-gradient(to right')) decl.remove();
        else if (property[decl.prop]) decl.prop = property[decl.prop];
        else if (sided.test(decl.prop)) decl.value = value[decl.prop][decl.value] ?? decl.value;
        else if (decl.prop === 'padding' || decl.prop === 'margin') splitShorthand(decl);
        else if (mirrored.test(decl.prop) && side.test(decl.value)) lopsided.push(decl);
      });
      if (lopsided.length) twin(rule, lopsided);
    }
  },
};
