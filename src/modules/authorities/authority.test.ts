import { describe, expect, it } from 'vitest'
import { above, below, mayClose, mayMove, mayReopen, standsBelow, type Place } from './authority.ts'

/** 科技局 > 市教委 > 高教处; 科技局 > 海河区. */
const bureau: Place = { id: 'bureau', parentId: null, kind: 'bureau', isOpen: true }
const education: Place = { id: 'education', parentId: 'bureau', kind: 'municipal', isOpen: true }
const colleges: Place = { id: 'colleges', parentId: 'education', kind: 'municipal', isOpen: true }
const haihe: Place = { id: 'haihe', parentId: 'bureau', kind: 'district', isOpen: true }
const tree = [bureau, education, colleges, haihe]
const closed = (place: Place): Place => ({ ...place, isOpen: false })
const codeOf = (refusal: ReturnType<typeof mayMove>) => refusal?.fields.parentId?.code ?? refusal?.code ?? null

describe('S1-39 the tree of authorities', () => {
  it('knows what stands above and below, nearest first', () => {
    expect(above(tree, 'colleges')).toEqual(['education', 'bureau'])
    expect(below(tree, 'bureau')).toEqual(['education', 'haihe', 'colleges'])
    expect(above(tree, 'bureau')).toEqual([])
  })

  it.each([
    ['municipal', bureau, null], ['district', education, null], ['municipal', haihe, 'authorities.parent_is_district'],
    ['municipal', undefined, 'authorities.choose_parent'], ['bureau', bureau, 'authorities.bureau_on_top'], ['bureau', undefined, null],
    ['municipal', closed(education), 'authorities.parent_closed'],
  ] as const)('%s below %o: %s', (kind, parent, code) => {
    expect(codeOf(standsBelow(kind, parent))).toBe(code)
  })

  it('does not move below itself, nor below what is under it, and the bureau stays', () => {
    expect(codeOf(mayMove(tree, 'education', 'education'))).toBe('authorities.below_itself')
    expect(codeOf(mayMove(tree, 'education', 'colleges'))).toBe('authorities.below_itself')
    expect(codeOf(mayMove(tree, 'bureau', 'haihe'))).toBe('authorities.bureau_stays')
    expect(mayMove(tree, 'colleges', 'bureau')).toBe(null)
  })

  it('closes only when nothing waits and nothing open stands below; the refusal says how many', () => {
    expect(mayClose(tree, 'haihe', 3)).toMatchObject({ code: 'authorities.registrations_wait', params: { n: 3 } })
    expect(mayClose(tree, 'education', 0)).toMatchObject({ code: 'authorities.open_below', params: { n: 1 } })
    expect(mayClose([bureau, education, closed(colleges), haihe], 'education', 0)).toBe(null)
    expect(mayClose(tree, 'bureau', 0)).toMatchObject({ code: 'authorities.bureau_stays' })
  })

  it('opens again below an open one only', () => {
    expect(mayReopen([bureau, closed(education), closed(colleges)], 'colleges')).toMatchObject({ code: 'authorities.parent_closed' })
    expect(mayReopen([bureau, education, closed(colleges)], 'colleges')).toBe(null)
  })
})
