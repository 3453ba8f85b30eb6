import type { Content, FieldOf, FileShown, FormDefinition } from '../../../calls/form/definition.ts'
import { fieldsInOrder } from './form-order.ts'

export interface Attachment {
  file: FileShown
  /** The field that asks for it. */
  field: FieldOf<'files'> | null
}

/** Attachments in the order in which a desk looks at them: what is signed first, then as the form asks. Pictures in texts are none. */
export function attachmentsOf(form: FormDefinition, content: Pick<Content, 'files'>): Attachment[] {
  const fields = fieldsInOrder(form).filter((field) => field.kind === 'files')
  const inOrder = [...fields.filter((field) => field.signature), ...fields.filter((field) => !field.signature)]
  return inOrder.flatMap((field) => content.files.filter((file) => file.fieldId === field.id).map((file) => ({ file, field })))
}
