import { useWords } from '../../../../web/words.ts'
import { Sheet } from '../../../../web/ui/page-title.tsx'
import { BothAt, TextAt } from './inputs.tsx'
import { AddButton, ItemRows } from './rows.tsx'

/** 基本信息与通知: title, category, contact, and the paragraphs of the notice. */
export function BasicsPart() {
  const t = useWords()
  return (
    <Sheet>
      <div className="form">
        <BothAt path={['title']} label={t('calls.editor.title_of_call')} max={200} />
        <BothAt path={['category']} label={t('calls.editor.category')} hint={t('calls.editor.category.hint')} max={60} />
        <TextAt path={['contact']} label={t('calls.editor.contact')} hint={t('calls.editor.contact.hint')} max={200} optional />
        <h3>{t('calls.editor.text')}</h3>
        <p className="hint">{t('calls.editor.text.hint')}</p>
        <ItemRows path={['text']} least={1} nameOf={(_, index) => t('calls.editor.paragraph', { n: index + 1 })}>
          {(place, index) => <BothAt path={place} label={t('calls.editor.paragraph', { n: index + 1 })} lines={3} />}
        </ItemRows>
        <div className="deeds"><AddButton path={['text']} make={() => ({ zh: '', en: '' })} word={t('calls.editor.paragraph.add')} /></div>
      </div>
    </Sheet>
  )
}
