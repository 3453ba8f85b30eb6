/** Codes that a deed of "why can't I" may give without a helper, and why nobody else is asked. */
export const mendedByOneself: Readonly<Record<string, string>> = {
  'people.why.enabled': 'it is done already',
  'people.document_vouched.here': 'the unit compares its own two accounts: the other one is named',
  'people.remind.not_waiting': 'nothing waits',
  'people.remind.wait': 'time alone mends it, and is told',
  'people.unit.choose': 'stands beside a field',
  'people.unit.same': 'stands beside a field',
  'people.choose.wait': 'time alone mends it, and is told',
  'subsystems.access.no_unit': 'the person chooses a unit himself',
  'subsystems.asked_already': 'the question is with the unit already',
  'subsystems.asked_too_often': 'time alone mends it',
  'subsystems.nothing_to_ask': 'it is open already, or the page says what stands against it',
  'projects.profile_incomplete': 'the person fills it in himself: the page leads there',
  'projects.profile_refused': 'the person corrects it himself: the page leads there',
}
