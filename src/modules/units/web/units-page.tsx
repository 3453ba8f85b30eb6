import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import type { OutputOf } from '../../../kernel/contract.ts'
import { useAsk } from '../../../web/ask.ts'
import { useFilters, type FilterDefs } from '../../../web/filters.ts'
import { useActor } from '../../../web/session.ts'
import { Code } from '../../../web/ui/code-field.tsx'
import { DataList, type Column } from '../../../web/ui/data-list.tsx'
import { FilterBar, type FilterField } from '../../../web/ui/filter-bar.tsx'
import { Notice } from '../../../web/ui/notice.tsx'
import { PageTitle, Sheet } from '../../../web/ui/page-title.tsx'
import { StateTag } from '../../../web/ui/state-tag.tsx'
import { Time } from '../../../web/ui/time.tsx'
import { useLang, useWords } from '../../../web/words.ts'
import { unitsContract } from '../contract.ts'
import { unitStatuses, type UnitStatus } from '../unit.ts'
import { TurnDialog } from './turn-dialog.tsx'

type Row = OutputOf<typeof unitsContract.units>['rows'][number]
type Turn = 'suspend' | 'resume'

const defs = { name: {}, creditCode: {}, status: {} } as const satisfies FilterDefs

/** 单位管理: the units of the authority and of those below it, with 停用 and 恢复 (1.4.1). */
export default function UnitsPage() {
  const t = useWords()
  const actor = useActor()
  const filters = useFilters(defs)
  const [turning, setTurning] = useState<{ row: Row; verb: Turn } | null>(null)
  const [done, setDone] = useState('')
  const { name, creditCode, status } = filters.values
  const list = useAsk(unitsContract.units, {
    ...filters.place, name, creditCode, status: unitStatuses.find((one): one is UnitStatus => one === status),
  }, { keep: true })
  const fields: readonly FilterField[] = useMemo(() => [
    { name: 'name', label: 'units.field.name' },
    { name: 'creditCode', label: 'units.field.creditCode' },
    { name: 'status', label: 'units.field.state', options: unitStatuses.map((value) => ({ value, label: t(`units.status.${value}`) })) },
  ], [t])
  return (
    <>
      <PageTitle title={t('units.title.units')} mandate={actor?.mandate?.scopeName} />
      {done && <Notice tone="good" live>{done}</Notice>}
      <Sheet>
        <FilterBar fields={fields} filters={filters} />
        <DataList<Row>
          list={list} filters={filters} columns={useColumns()} rowKey={(row) => row.id} label={t('units.title.units')}
          deeds={(row) => row.can.filter((verb): verb is Turn => verb === 'suspend' || verb === 'resume').map((verb) => (
            <Button key={verb} type="link" size="small" aria-label={t(`units.${verb}.title`, { name: row.name })} onClick={() => setTurning({ row, verb })}>{t(`units.verb.${verb}`)}</Button>
          ))}
          empty={<><p>{t('units.units.empty')}</p><p className="quiet">{t('units.units.empty.text')}</p></>}
        />
      </Sheet>
      {turning && <TurnDialog {...turning} close={() => setTurning(null)} done={() => setDone(t(`units.${turning.verb}.done`, { name: turning.row.name }))} />}
    </>
  )
}

function useColumns(): readonly Column<Row>[] {
  const t = useWords()
  const lang = useLang()
  return [
    { key: 'name', title: t('units.field.name'), render: (row) => <Link to="/units/$id" params={{ id: row.id }}>{row.name}</Link>, card: 'title' },
    { key: 'creditCode', title: t('units.field.creditCode'), render: (row) => <Code of={row.creditCode} /> },
    { key: 'authority', title: t('units.field.authority'), render: (row) => (lang === 'en' && row.authorityEn) || row.authority },
    { key: 'approvedAt', title: t('units.field.approvedAt'), render: (row) => <Time at={row.approvedAt} /> },
    {
      key: 'state', title: t('units.field.state'), card: 'state',
      render: (row) => <StateTag word={t(`units.status.${row.status}`)} tone={row.status === 'active' ? 'good' : 'still'} />,
    },
  ]
}
