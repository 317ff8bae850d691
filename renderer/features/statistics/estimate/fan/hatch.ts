import { dark } from '../figures/colours.ts';

const svg = 'http://www.w3.org/2000/svg';
let made = 0;

function draw(name: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const element = document.createElementNS(svg, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

/** Diagonal lines as a fill: the area between what was and what would have been. Each drawing has a pattern of its own. */
export function hatch(): { readonly element: SVGElement; readonly fill: string } {
  made += 1;
  const id = `hatch-${String(made)}`;
  const defs = draw('defs', {});
  const pattern = draw('pattern', {
    id,
    width: '6',
    height: '6',
    patternUnits: 'userSpaceOnUse',
    patternTransform: 'rotate(45)',
  });
  pattern.append(
    draw('line', {
      x1: '0',
      y1: '0',
      x2: '0',
      y2: '6',
      stroke: dark,
      'stroke-opacity': '0.45',
      'stroke-width': '1.5',
    }),
  );
  defs.append(pattern);
  return { element: defs, fill: `url(#${id})` };
}
