import { Modal } from 'antd'
import { useCallback } from 'react'
import { fetchFile, linkTo } from '../../../web/client.ts'
import { DocumentPreview } from '../../../web/ui/document-preview.tsx'
import { draftsContract } from '../contract.ts'

export interface OpenFile { id: string; name: string; kind: 'pdf' | 'jpg' | 'png' }

/** A clean attachment to look at: a PDF page by page, a picture drawn anew (D24). */
export function FileDialog({ draft, file, close }: { draft: string; file: OpenFile; close: () => void }) {
  const load = useCallback(() => fetchFile(draftsContract.file, { id: draft, fileId: file.id, as: 'preview' }), [draft, file.id])
  return (
    <Modal open title={file.name} width={900} footer={null} destroyOnHidden onCancel={close}>
      <DocumentPreview load={load} kind={file.kind === 'pdf' ? 'pdf' : 'image'} name={file.name} download={linkTo(draftsContract.file, { id: draft, fileId: file.id, as: 'original' })} />
    </Modal>
  )
}
