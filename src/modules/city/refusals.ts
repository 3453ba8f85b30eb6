/** Why somebody who went to the provider is not let in: the pages know a sentence for each, and tell nothing else. */
export const cityRefusals = [
  'city.not_offered', 'city.state', 'city.cancelled', 'city.unavailable', 'city.answer', 'city.claim.missing', 'city.claim.odd', 'city.credit_code',
  'city.wrong_door.legal', 'city.wrong_door.person', 'city.account_disabled', 'city.unit_suspended', 'city.unit_dissolved', 'city.no_unit', 'city.no_person',
  'city.unit_linked', 'city.person_linked', 'city.linked_elsewhere', 'city.credit_code_changed', 'city.name_changed', 'city.document_changed', 'city.no_authority',
  'city.link.session', 'city.link.already', 'city.link.has_one', 'city.link.other_unit', 'city.link.differs', 'city.link.no_door', 'city.link.spent', 'people.document_vouched',
] as const
export type CityRefusal = (typeof cityRefusals)[number]

export const isCityRefusal = (code: string | undefined): code is CityRefusal => (cityRefusals as readonly string[]).includes(code ?? '')
