/** What the ticks of 模块配置 are compared with. */
interface Line {
  id: string
  openTo: 'granted' | 'everybody'
  granted: boolean
}

/** Lines that the unit decides about: the others are everybody's (D25). */
export const isForUnit = (line: Pick<Line, 'openTo'>): boolean => line.openTo === 'granted'

export const ticksOf = (lines: readonly Line[]): ReadonlySet<string> => new Set(lines.filter((line) => line.granted).map((line) => line.id))

/** What saving would open and end. */
export function changesBy<L extends Line>(lines: readonly L[], ticks: ReadonlySet<string>): { added: L[]; ended: L[] } {
  return { added: lines.filter((line) => !line.granted && ticks.has(line.id)), ended: lines.filter((line) => line.granted && !ticks.has(line.id)) }
}

/**
 * D10: whether enabling is offered with the ticks, and whether it is proposed: at the first module of a person. Somebody whom
 * the unit disabled with the modules left as they were is not enabled by the way.
 */
export function enableOffer(person: { status: 'enabled' | 'disabled'; can: readonly string[] }, lines: readonly Line[], ticks: ReadonlySet<string>): 'none' | 'offered' | 'proposed' {
  if (person.status === 'enabled' || !person.can.includes('enable') || ticks.size === 0) return 'none'
  return lines.some((line) => line.granted) ? 'offered' : 'proposed'
}
