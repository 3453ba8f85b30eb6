/** The nonce that the server gave this page for style elements. */
export const styleNonce = (): string => document.querySelector<HTMLMetaElement>('meta[name=style-nonce]')?.nonce ?? ''

/**
 * Some parts below Ant Design make style elements without its nonce (the lock of the page behind a dialog, the measure of a
 * scroll bar), which our Content-Security-Policy would refuse. So every style element of this page is born with it.
 */
export function giveStylesTheirNonce(nonce: string): void {
  const create = document.createElement.bind(document)
  document.createElement = ((name: string, options?: ElementCreationOptions) => {
    const element = create(name, options)
    if (name === 'style') element.nonce = nonce
    return element
  })
}
