import { isUnitPost, type Post } from '../../../../kernel/actor.ts'
import { useActor } from '../../../../web/session.ts'

/** Where a desk is at home: 本单位的项目 of units and secondary units, 项目申报审核 of authorities and the bureau. */
export interface Home {
  /** unit: with its 部门; department: one of them; authority: units below it. */
  kind: 'unit' | 'department' | 'authority'
  isUnit: boolean
  list: '/projects/unit' | '/projects/review'
  item: '/projects/unit/$id' | '/projects/review/$id'
  batch: '/projects/unit/batches/$batchId' | '/projects/review/batches/$batchId'
  batches: '/projects/unit/batches' | '/projects/review/batches'
  desk: '/projects/desk'
  title: 'applications.desk.title.unit' | 'applications.desk.title.review'
  lead: 'applications.desk.lead.unit' | 'applications.desk.lead.department' | 'applications.desk.lead.review'
}

export function homeOf(post: Post | undefined): Home {
  if (post === 'authority_officer') {
    return {
      kind: 'authority', isUnit: false, list: '/projects/review', item: '/projects/review/$id', batch: '/projects/review/batches/$batchId',
      batches: '/projects/review/batches', desk: '/projects/desk',
      title: 'applications.desk.title.review', lead: 'applications.desk.lead.review',
    }
  }
  const isWhole = isUnitPost(post)
  return {
    kind: isWhole ? 'unit' : 'department', isUnit: true, list: '/projects/unit', item: '/projects/unit/$id', batch: '/projects/unit/batches/$batchId',
    batches: '/projects/unit/batches', desk: '/projects/desk',
    title: 'applications.desk.title.unit', lead: isWhole ? 'applications.desk.lead.unit' : 'applications.desk.lead.department',
  }
}

export const useHome = (): Home => homeOf(useActor()?.mandate?.post)
