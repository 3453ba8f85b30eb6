import { useCallback } from 'react'
import { fetchFile, linkTo } from '../../../web/client.ts'
import { DocumentPreview } from '../../../web/ui/document-preview.tsx'
import { unitsContract } from '../contract.ts'

/** The scan, drawn by us: an image re-encoded by the server, a PDF page by page on a canvas (D24). */
export function LicencePreview({ registrationId, licence }: { registrationId: string; licence: { id: string; kind: 'pdf' | 'jpg' | 'png'; name: string } }) {
  const load = useCallback(
    () => fetchFile(unitsContract.licence, { id: registrationId, licenceId: licence.id, as: 'preview' }),
    [registrationId, licence.id],
  )
  return (
    <DocumentPreview
      load={load} kind={licence.kind === 'pdf' ? 'pdf' : 'image'} name={licence.name}
      download={linkTo(unitsContract.licence, { id: registrationId, licenceId: licence.id })}
    />
  )
}
