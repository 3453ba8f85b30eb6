/** The id of a field's control: what labels, summaries and stories point at. */
export const fieldId = (name: string): string => `f-${name}`

/** Moves to a field, whatever draws it. */
export function goToField(name: string): void {
  const control = document.getElementById(fieldId(name))
  control?.scrollIntoView({ block: 'center' })
  control?.focus({ preventScroll: true })
}
