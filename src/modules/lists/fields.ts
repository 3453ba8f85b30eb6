import { codeText, onward } from '../../codes/text.ts'
import { bad, good, type Check } from '../../kernel/check.ts'

/** A code as the lists have them: letters, digits and few signs; it stands in records for ever. */
export const codeOfEntry: Check = (raw) =>
  onward(codeText(raw, { upper: false }), (text) => (/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/.test(text) ? good(text) : bad('lists.code')))
