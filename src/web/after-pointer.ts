let isDown = false

addEventListener('pointerdown', () => void (isDown = true), true)
for (const end of ['pointerup', 'pointercancel']) addEventListener(end, () => void (isDown = false), true)

/**
 * Does it now, or, while a button of the mouse is held, after the click. Leaving a field by pressing something else must
 * not move that thing away (an error line comes or goes) before the press has become a click.
 */
export function afterPointer(deed: () => void): void {
  if (!isDown) return deed()
  addEventListener('pointerup', () => setTimeout(deed, 0), { once: true })
}
