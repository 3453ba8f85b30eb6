import { Button } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import { fetchFile, linkTo } from '../../../../web/client.ts'
import { fetchedOnce } from '../../../../web/review/files-ahead.ts'
import { DocumentPreview } from '../../../../web/ui/document-preview.tsx'
import { StateTag } from '../../../../web/ui/state-tag.tsx'
import { useWords } from '../../../../web/words.ts'
import type { Content, FileShown, FormDefinition } from '../../../calls/form/definition.ts'
import { useSaid } from '../../../calls/web/parts.ts'
import { applicationsContract } from '../../contract.ts'
import { attachmentsOf } from './attachment-order.ts'

/** A file of an application, fetched once. */
export const fileOf = (id: string, file: Pick<FileShown, 'id'>) => fetchedOnce(`${id} ${file.id}`, () => fetchFile(applicationsContract.file, { id, fileId: file.id }))

/** Attachments as pages, the signature page first (N4). `before`: files of the version seen last; what is new is marked. */
export function Attachments({ id, form, content, before, shown, show }: {
  id: string
  form: FormDefinition
  content: Content
  before?: Content | undefined
  /** The file that was pressed in the form. */
  shown?: string | null
  show?: (fileId: string) => void
}) {
  const t = useWords()
  const said = useSaid()
  const files = useMemo(() => attachmentsOf(form, content), [form, content])
  const [own, setOwn] = useState<string | null>(null)
  const wanted = shown ?? own
  const here = files.find(({ file }) => file.id === wanted) ?? files[0]
  if (!here) return <p className="quiet">{t('applications.desk.files.none')}</p>
  const isNew = (file: FileShown) => before !== undefined && !before.files.some((old) => old.sha256 === file.sha256)
  return (
    <div className="attachments">
      {files.length > 1 && (
        <ul className="attachment-tabs">
          {files.map(({ file, field }) => (
            <li key={file.id}>
              <Button size="small" aria-pressed={file.id === here.file.id} className={file.id === here.file.id ? 'picked' : ''} onClick={() => (show ?? setOwn)(file.id)} title={file.name}>
                {field ? said(field.label) : file.name}{isNew(file) && <StateTag tone="warn" word={t('applications.desk.files.new')} />}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {here.field?.signature && <p className="hint">{t('applications.desk.files.signature')}</p>}
      <Page key={here.file.id} id={id} file={here.file} />
    </div>
  )
}

function Page({ id, file }: { id: string; file: FileShown }) {
  const t = useWords()
  const load = useCallback(() => fileOf(id, { id: file.id }), [id, file.id])
  if (file.state !== 'clean') return <p className="notice warn">{t(file.state === 'checking' ? 'applications.desk.files.checking' : 'applications.desk.files.refused', { name: file.name })}</p>
  return <DocumentPreview load={load} kind={file.kind === 'pdf' ? 'pdf' : 'image'} name={file.name} download={linkTo(applicationsContract.file, { id, fileId: file.id })} />
}
