// The gates that every page passes through, and at which width and in which language each has something to see.
import { NARROW, WIDE } from '../support/browser.mjs';
import { anchors } from './anchors.mjs';
import { axe } from './axe.mjs';
import { forcedColours } from './forced-colours.mjs';
import { ground } from './ground.mjs';
import { mirror } from './mirror.mjs';
import { paper } from './paper.mjs';
import { reflow } from './reflow.mjs';
import { targets } from './targets.mjs';
import { telephone } from './telephone.mjs';
import { weight } from './weight.mjs';
import { words } from './words.mjs';

const always = () => true;

export const scales = weight();

/** In this order: the first only look, the last change the page. */
export const gates = [
  { ...scales, when: ({ width, audience, heavy }) => width === NARROW && audience === 'citizen' && !heavy },
  { ...ground, when: always },
  { ...anchors, when: always },
  { ...telephone(), when: always },
  { ...words, when: always },
  { ...axe, when: always },
  { ...targets, when: ({ width }) => width === NARROW },
  { ...paper, when: ({ width, lang }) => width === WIDE && lang === 'da' },
  { ...reflow, when: ({ width, lang }) => width === NARROW && ['da', 'ar'].includes(lang) },
  { ...forcedColours, when: ({ width, lang }) => width === WIDE && lang === 'da' },
  { ...mirror, when: ({ lang }) => lang === 'da' },
];
