import { fieldId } from '../../../../web/ui/field-id.ts'

/** Moves to what a finding concerns: its cell, else its field. A part or an editor that is only just being drawn is waited for. */
export function goTo({ field, row, column }: { field: string; row?: string | undefined; column?: string | undefined }): void {
  const names = [row && column ? `${field}.${row}.${column}` : '', field].filter(Boolean)
  const started = performance.now()
  const look = () => {
    const element = names.map((name) => document.getElementById(fieldId(name))).find((one) => one !== null)
    if (element) {
      element.scrollIntoView({ block: 'center' })
      element.focus({ preventScroll: true })
    } else if (performance.now() - started < 3_000) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}
