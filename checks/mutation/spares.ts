/** Rules that another one keeps as well: nothing can happen without them, and no test can miss them. By reason. */
export const spares: Readonly<Record<string, string>> = {
  one_present_name_per_unit: 'two open periods overlap, so one_name_of_a_unit_at_a_time refuses them; the index is there to find the present name',
}
