import { accessRefusals } from '../subsystems/access.ts'

/** What the law of an application says no with; the words carry the fact in their parameters. */
export const procedureRefusals = [
  'applications.own', 'applications.not_yours', 'applications.state.draft', 'applications.state.returned', 'applications.state.withdrawn', 'applications.state.department',
  'applications.state.unit', 'applications.state.authority', 'applications.state.bureau', 'applications.state.accepted', 'applications.state.not_accepted',
  'applications.at_department', 'applications.at_closed_department', 'applications.at_level', 'applications.act_for.reason', 'applications.acted_already', 'applications.window.early', 'applications.window.late',
  'applications.correction.late', 'applications.stale', 'applications.quota', 'applications.mark_unknown', 'applications.was_submitted',
  'applications.undo.late', 'applications.undo.nothing', 'applications.undo.touched', 'applications.reroute.not_closed',
] as const

const gateRefusals = ['projects.not_here', 'projects.profile_incomplete'] as const

export const startRefusals = [
  ...gateRefusals, ...accessRefusals, 'applications.call_closed', 'applications.no_unit', 'applications.unit_suspended', 'applications.disabled', 'calls.not_eligible', 'calls.fact_missing', 'applications.window.early', 'applications.window.late',
] as const

export const submitRefusals = [
  ...startRefusals, ...procedureRefusals, 'projects.profile_pending', 'projects.profile_refused', 'projects.profile_unapproved', 'applications.left_unit', 'applications.limit.leader',
  'applications.limit.member', 'applications.incomplete', 'applications.file.not_clean',
] as const
