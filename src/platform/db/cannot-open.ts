/** The database cannot be used, and the operator can mend it: the message is a sentence for him, in both languages. */
export class CannotOpen extends Error {
  override name = 'CannotOpen'

  constructor(zh: string, en: string, options?: ErrorOptions) {
    super(`${zh}\n${en}`, options)
  }
}
