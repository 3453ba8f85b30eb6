import { Link } from '@tanstack/react-router'
import { InputNumber, Switch } from 'antd'
import { provinces } from '../../../codes/region.ts'
import { minuteOf } from '../../../kernel/clock.ts'
import { Field } from '../../../web/ui/form.tsx'
import { SelectField, TextField } from '../../../web/ui/fields.tsx'
import { useLang, useWords } from '../../../web/words.ts'
import type { Setting } from './settings-form.ts'

/** One setting: the control of its kind, and beneath it when it was changed, its default, its history. */
export function SettingField({ setting }: { setting: Setting }) {
  const t = useWords()
  const lang = useLang()
  const { key, input } = setting
  const field = {
    name: key, label: t(`settings.kind.${key}`), hint: t(`settings.kind.${key}.hint`), optional: setting.optional,
    below: setting.version > 0 && <Past setting={setting} />,
  }
  if (input === 'switch') {
    return (
      <Field {...field} valuePropName="checked">
        {({ status: _, 'aria-required': _required, ...w }) => <Switch {...w} checkedChildren={t('settings.on')} unCheckedChildren={t('settings.off')} />}
      </Field>
    )
  }
  if (input === 'number') {
    return <Field {...field}>{(w) => <InputNumber {...w} min={setting.range?.[0]} max={setting.range?.[1]} precision={0} inputMode="numeric" />}</Field>
  }
  if (input === 'province') {
    return <SelectField {...field} options={provinces.items.map(({ code, name, en }) => ({ value: code, label: lang === 'en' ? (en ?? name) : name }))} />
  }
  return <TextField {...field} inputMode={input === 'mail' ? 'email' : 'text'} />
}

function Past({ setting }: { setting: Setting }) {
  const t = useWords()
  const { changedAt, subject } = setting
  const standard = typeof setting.default === 'boolean' ? t(setting.default ? 'settings.on' : 'settings.off') : String(setting.default) || t('settings.empty')
  return (
    <>
      <p className="hint">{changedAt && t('settings.changed_at', { time: minuteOf(new Date(changedAt)) })} {t('settings.default', { value: standard })}</p>
      <Link className="link" to="/platform/changes" search={{ room: 'settings', subject }}>{t('settings.history')}</Link>
    </>
  )
}
