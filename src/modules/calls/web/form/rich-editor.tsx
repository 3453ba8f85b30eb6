import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import { EditorContent, useEditor, type Editor } from '@tiptap/react'
import { StarterKit } from '@tiptap/starter-kit'
import { Button, Input } from 'antd'
import { use, useEffect, useEffectEvent, useRef, useState } from 'react'
import { useWords } from '../../../../web/words.ts'
import type { FieldOf, FieldValue, RichDocument } from '../../form/definition.ts'
import { charactersOf, imagesOf, isEmptyRich, safeLink } from '../../form/rich.ts'
import type { Wiring } from './field-frame.tsx'
import { FormPartsContext } from './parts.ts'
import { Item, PictureNode, Quotation, Subscript, Superscript } from './rich-nodes.tsx'
import { cleanedPaste, sameTree, treeOf } from './rich-tree.ts'
import { RichToolbar } from './rich-toolbar.tsx'
import { Counted } from './text-input.tsx'

const inCell = '(paragraph | heading | bulletList | orderedList | image)+'
const extensions = [
  StarterKit.configure({
    blockquote: false, listItem: false, code: false, codeBlock: false, strike: false, heading: { levels: [2, 3] },
    link: { openOnClick: false, autolink: true, protocols: ['http', 'https'], defaultProtocol: 'https', isAllowedUri: (url) => safeLink(url) !== null },
  }),
  Quotation, Item, Subscript, Superscript, PictureNode,
  Table.configure({ resizable: false }), TableRow, TableHeader.extend({ content: inCell }), TableCell.extend({ content: inCell }),
]

const quiet = 300
const isTree = (value: FieldValue | undefined): value is RichDocument => typeof value === 'object' && value !== null && 'type' in value
const emptyTree: RichDocument = { type: 'doc', content: [{ type: 'paragraph' }] }

/** A text with headings, lists, tables and pictures, kept as a tree. What comes from another window is taken in without losing the place. */
export default function RichEditor({ field, value, change, leave, wiring }: { field: FieldOf<'rich'>; value: FieldValue | undefined; change: (value: FieldValue) => void; leave: () => void; wiring: Wiring }) {
  const t = useWords()
  const { pictures } = use(FormPartsContext)
  const tools = useRef<HTMLDivElement>(null)
  const box = useRef<HTMLInputElement>(null)
  const given = useRef(value)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const [told, tell] = useState('')
  const [linking, setLinking] = useState<string | null>(null)
  const [sending, setSending] = useState(false)

  // The editor lives longer than one drawing: what it calls is the newest of each.
  const latest = useRef({ change, leave, send: (_file: File) => undefined as void })
  const give = (editor: Editor) => {
    if (timer.current) clearTimeout(timer.current)
    timer.current = null
    const tree = treeOf(editor.getJSON())
    const next = isEmptyRich(tree) ? null : tree
    // A focus or an empty line at the end changed nothing that is kept.
    if (sameTree(next, given.current)) return
    given.current = next
    latest.current.change(next)
  }
  const flush = (editor: Editor) => timer.current && give(editor)

  const editor = useEditor({
    extensions, injectCSS: false, immediatelyRender: true, shouldRerenderOnTransaction: false,
    content: isTree(value) ? value : emptyTree,
    editorProps: {
      attributes: {
        id: wiring.id, class: 'rich', role: 'textbox', 'aria-multiline': 'true', 'aria-labelledby': wiring.labelId, 'aria-describedby': `${wiring.id}-keys`,
        ...(wiring.isRequired && { 'aria-required': 'true' }),
      },
      transformPastedHTML: cleanedPaste,
      handleKeyDown: (_, event) => {
        // The way out for whoever has only a keyboard: inside of a table the Tab key goes from cell to cell.
        if (event.key !== 'Escape') return false
        tools.current?.querySelector('button')?.focus()
        return true
      },
      handlePaste: (_, event) => {
        const files = [...(event.clipboardData?.files ?? [])].filter(({ type }) => type.startsWith('image/'))
        // Excel and Word put a picture of the text beside it: the text is what is wanted.
        if (files.length === 0 || event.clipboardData?.getData('text/html')) return false
        for (const file of files) latest.current.send(file)
        return true
      },
      handleDrop: (_, event) => {
        const files = [...(event.dataTransfer?.files ?? [])].filter(({ type }) => type.startsWith('image/'))
        for (const file of files) latest.current.send(file)
        return files.length > 0
      },
    },
    onUpdate: ({ editor: e }) => {
      if (timer.current) clearTimeout(timer.current)
      timer.current = setTimeout(() => give(e), quiet)
    },
    onBlur: ({ editor: e }) => {
      flush(e)
      latest.current.leave()
    },
  })

  useEffect(() => {
    // Our own words coming back are no news.
    if (value === given.current || timer.current) return
    given.current = value
    const tree = isTree(value) ? value : emptyTree
    if (sameTree(treeOf(editor.getJSON()), treeOf(tree))) return
    const { from, to } = editor.state.selection
    editor.chain().setContent(tree, { emitUpdate: false }).setTextSelection({ from, to }).run()
  }, [editor, value])
  const last = useEffectEvent(() => flush(editor))
  useEffect(() => () => void last(), [])

  const images = isTree(value) ? imagesOf(value).length : 0
  const send = async (file: File) => {
    if (!pictures?.add || sending) return
    if (images >= field.images) return tell(t('calls.rich.picture.most', { most: field.images }))
    setSending(true)
    tell(t('calls.rich.picture.sending'))
    const answer = await pictures.add(field.id, file)
    setSending(false)
    if (!answer.ok) return tell(answer.refusal.fields['file']?.sentence ?? answer.refusal.detail)
    tell('')
    editor.chain().focus().insertContent({ type: 'image', attrs: { fileId: answer.value.id, alt: file.name.replace(/\.\w+$/, '').slice(0, 200) } }).run()
  }
  useEffect(() => {
    latest.current = { change, leave, send: (file) => void send(file) }
  })
  const setLink = () => {
    const href = linking?.trim() ?? ''
    const whole = href && !/^[a-z]+:/i.test(href) ? ['https:', href].join('//') : href
    if (whole && !safeLink(whole)) return tell(t('calls.rich.link.wrong'))
    tell('')
    setLinking(null)
    const chain = editor.chain().focus().extendMarkRange('link')
    if (!whole) chain.unsetLink().run()
    else if (editor.state.selection.empty && !editor.isActive('link')) chain.insertContent({ type: 'text', text: whole, marks: [{ type: 'link', attrs: { href: whole } }] }).run()
    else chain.setLink({ href: whole }).run()
  }
  return (
    <div className={wiring.isWrong ? 'rich-field is-wrong' : 'rich-field'}>
      <RichToolbar editor={editor} ref={tools} controls={wiring.id} link={() => setLinking(String(editor.getAttributes('link')['href'] ?? ''))} picture={pictures?.add && field.images > 0 ? () => box.current?.click() : undefined} />
      {linking !== null && (
        <div className="rich-link">
          <Input aria-label={t('calls.rich.link.address')} placeholder="https://" value={linking} autoFocus maxLength={500} onChange={(e) => setLinking(e.target.value)}
            onKeyDown={(e) => (e.key === 'Enter' ? (e.preventDefault(), setLink()) : e.key === 'Escape' && (setLinking(null), editor.commands.focus()))} />
          <Button onClick={setLink}>{t('web.confirm')}</Button><Button onClick={() => setLinking(null)}>{t('web.cancel')}</Button>
        </div>
      )}
      <EditorContent editor={editor} className="rich-page" />
      <input ref={box} type="file" hidden accept=".jpg,.jpeg,.png" aria-label={t('calls.rich.picture')} onChange={(e) => {
        const file = e.target.files?.[0]
        e.target.value = ''
        if (file) void send(file)
      }} />
      <div className="rich-foot">
        <span className="quiet" id={`${wiring.id}-keys`}>{t('calls.rich.keys')}</span>
        <Counted n={isTree(value) ? charactersOf(value) : 0} max={field.max} words={t} />
      </div>
      <p className={told ? 'rich-told' : 'sr'} role="status">{told}</p>
    </div>
  )
}
