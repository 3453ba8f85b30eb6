/**
 * Our own emblem, 科汇: lines of different origin flow together into one. Drawn in a box of 48; the colour is the text's.
 */
export const emblemPaths = [
  'M5 10 C18 10 20 24 33 24 H43',
  'M5 19 C14 19 18 24 27 24',
  'M5 29 C14 29 18 24 27 24',
  'M5 38 C18 38 20 24 33 24',
] as const

export const emblemDots = [[5, 10], [5, 19], [5, 29], [5, 38]] as const

/** The emblem as markup, for server pages and the favicon. */
export function emblemSvg(size: number, colour = 'currentColor'): string {
  const lines = emblemPaths.map((d) => `<path d="${d}"/>`).join('')
  const dots = emblemDots.map(([x, y]) => `<circle cx="${x}" cy="${y}" r="2.2" fill="${colour}" stroke="none"/>`).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" width="${size}" height="${size}" aria-hidden="true" focusable="false">`
    + `<g fill="none" stroke="${colour}" stroke-width="2.4" stroke-linecap="round">${lines}${dots}</g>`
    + `<circle cx="43" cy="24" r="3.4" fill="${colour}"/></svg>`
}
