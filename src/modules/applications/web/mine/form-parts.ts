import { useMemo } from 'react'
import { newId } from '../../../../kernel/ids.ts'
import { fetchFile } from '../../../../web/client.ts'
import { upload } from '../../../../web/upload.ts'
import type { FormParts } from '../../../calls/web/parts.ts'
import { draftsContract } from '../../../drafts/contract.ts'
import { Files, Members } from '../../../drafts/web/parts.ts'

/** What the form of a draft needs beside its values: members, uploads, pictures of its texts. */
export function useFormParts(id: string): FormParts {
  return useMemo(() => ({
    Members, Files,
    pictures: {
      add: async (field, file) => {
        const answer = await upload(draftsContract.attach, { id, field }, file, { key: newId() })
        return answer.ok ? { ok: true, value: { id: answer.value.file.id } } : answer
      },
      load: (fileId) => fetchFile(draftsContract.file, { id, fileId, as: 'preview' }),
    },
  }), [id])
}
