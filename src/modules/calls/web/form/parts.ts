import { createContext, type ComponentType } from 'react'
import type { Answer } from '../../../../web/client.ts'
import type { Content, FieldOf, FileShown } from '../../form/definition.ts'

/**
 * What a form needs beside its definition and its values, and what whoever draws it gives: the page of the leader its
 * members and uploads, a desk the way to open a file, the preview nothing. What is not given is drawn as text.
 */
export interface FormParts {
  /** 项目参与人, to be invited and changed. */
  Members?: ComponentType<{ field: FieldOf<'members'>; isClosed: boolean }>
  /** Files, to be uploaded and taken out. */
  Files?: ComponentType<{ field: FieldOf<'files'>; isClosed: boolean }>
  /** Pictures in texts, by id. */
  pictures?: {
    /** Absent where nobody writes. Gives the id to put into the tree. */
    add?: (fieldId: string, file: File) => Promise<Answer<{ id: string }>>
    load: (id: string) => Promise<Answer<Blob>>
  }
  /** Opens a file; absent, only its name is shown. */
  open?: (file: FileShown) => void
}

export const FormPartsContext = createContext<FormParts>({})

/** Facts, members and files that stand beside the values; fields that need them read them from here. */
export const BesideContext = createContext<Pick<Content, 'facts' | 'members' | 'files'>>({ facts: {}, members: [], files: [] })
