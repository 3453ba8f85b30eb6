import { accessRefusals } from '../subsystems/access.ts'

/** Where it stands instead, and by whom it was brought there (E20, E54). */
const standing = [
  'applications.state.draft', 'applications.state.returned', 'applications.state.withdrawn', 'applications.state.department', 'applications.state.unit', 'applications.state.authority',
  'applications.state.bureau', 'applications.state.accepted', 'applications.state.not_accepted',
] as const
const windows = ['applications.window.early', 'applications.window.late', 'applications.correction.late'] as const

/** 撤回, and 删除 of what was never submitted. */
export const withdrawRefusals = [...standing, ...windows, 'applications.acted_already', 'applications.stale'] as const
export const dropRefusals = [...standing, 'applications.was_submitted', 'applications.stale'] as const
export const openRefusals = [...standing, 'applications.open_fields.none', 'applications.stale', 'applications.left_unit', 'applications.call_closed'] as const

/** Every decision of a desk. */
export const decideRefusals = [...standing, ...windows, 'applications.own', 'applications.at_department', 'applications.at_level', 'applications.stale'] as const
export const passRefusals = [...decideRefusals, 'applications.act_for.reason', 'applications.quota', 'applications.limit.leader', 'applications.limit.member'] as const
export const returnRefusals = [...decideRefusals, 'applications.act_for.reason', 'applications.mark_unknown'] as const
export const undoRefusals = [
  ...windows, 'applications.own', 'applications.undo.late', 'applications.undo.nothing', 'applications.undo.touched', 'applications.stale', 'applications.quota', 'applications.limit.leader', 'applications.limit.member',
] as const
export const rerouteRefusals = [...standing, 'applications.own', 'applications.reroute.not_closed', 'applications.department_unknown', 'applications.stale'] as const

export const reassignRefusals = [
  ...standing, 'applications.own', 'applications.not_yours', 'applications.reassign.leader_here', 'applications.reassign.under_way', 'applications.successor.unknown', 'applications.successor.profile',
  'applications.successor.closed', 'applications.successor.not_eligible', 'applications.successor.full', 'applications.limit.member', 'applications.call_closed', 'applications.unit_suspended', 'applications.stale',
] as const

const person = [
  'projects.not_here', 'projects.profile_incomplete', ...accessRefusals, 'applications.call_closed', 'applications.no_unit', 'applications.unit_suspended', 'applications.disabled',
  'calls.not_eligible', 'calls.fact_missing',
] as const
export const startRefusals = [...person, 'applications.window.early', 'applications.window.late', 'applications.drafts.most'] as const
export const submitRefusals = [
  ...person, ...standing, ...windows, 'applications.stale', 'projects.profile_pending', 'projects.profile_refused', 'projects.profile_unapproved', 'applications.left_unit',
  'applications.limit.leader', 'applications.limit.member', 'applications.incomplete',
] as const
