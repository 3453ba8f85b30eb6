import { college } from './college-people.ts'
import { demoMail, demoMobile, demoResidentId } from '../src/codes/demo-numbers.ts'

export interface TownPerson {
  userName: string
  name: string
  /** User name of the unit. */
  unit: string
  documentType: string
  document: string
  mail: string
  phone: string
  /** How far it has come with the unit. */
  until: 'new' | 'enabled' | 'disabled' | 'refused'
  /** Codes of the subsystems that the unit opened. */
  modules: readonly string[]
  /** Why it was disabled or refused. */
  reason?: string
  /** A subsystem that it asks for, and what became of it. */
  asks?: { code: string; note: string; declined?: string }
}

/** Born on days of the demo's own, numbered within them; odd numbers are men. */
const one = (n: number, userName: string, name: string, more: Partial<TownPerson> = {}): TownPerson => ({
  userName, name, unit: 'jingu_ligong', documentType: 'ID', document: demoResidentId('tianjin', '1988-03-15', n),
  mail: demoMail(userName), phone: demoMobile(200 + n), until: 'enabled', modules: [], ...more,
})

/** 填报用户 of the demo town: nine of the university as in the manual's figure, a few of the institute. */
export const persons: readonly TownPerson[] = [
  one(1, 'jg_tianbao1', '林知远', { modules: ['kjbg', 'zjk'], asks: { code: 'jfgl', note: '承担市级科技计划项目，需要编报经费预算。' } }),
  one(2, 'jg_tianbao2', '苏晓岚', { modules: ['kjbg', 'zjk', 'cgdj', 'jfgl'] }),
  one(3, 'jg_tianbao3', '买买提·阿卜杜热合曼·吐尔逊江', { modules: ['kjbg'] }),
  one(4, 'jg_tianbao4', '欧阳若溪', { modules: ['zjk'], asks: { code: 'cgdj', note: '登记学位论文成果。', declined: '学位论文成果由研究生院统一登记，无需个人办理。' } }),
  one(5, 'jg_tianbao5', '何一鸣', { until: 'disabled', modules: ['kjbg'], reason: '借调期间停用，返校后恢复。' }),
  one(6, 'jg_tianbao6', '沈清', { modules: ['cgdj'] }),
  one(7, 'jg_tianbao7', '顾长风', { until: 'new' }),
  // The same name as the first one: the unit looks whether it is the same person (S1-N1).
  one(8, 'jg_tianbao8', '林知远', { until: 'new', asks: { code: 'kjbg', note: '' } }),
  one(9, 'jg_tianbao9', '叶尔兰·努尔兰', { until: 'new' }),
  one(11, 'hh_tianbao1', '许明川', { unit: 'haihe_yanjiu', modules: ['kjbg', 'zjk'] }),
  one(12, 'hh_tianbao2', '白鹭', { unit: 'haihe_yanjiu', until: 'new' }),
  // Those of the university with schools: what they are there stands in college.ts.
  ...college.map(([n, userName, name, birth]) => one(n, userName, name, { unit: 'yujiang_daxue', document: demoResidentId('chongqing', birth, n) })),
  one(13, 'hh_tianbao3', '季若谷', { unit: 'haihe_yanjiu', until: 'refused', reason: '经核对，不是本院在职人员，请选择所在单位。' }),
]

export interface TownSubsystem {
  code: string
  name: string
  nameEn: string
  about: string
  aboutEn: string
}

/** Subsystems of the demo: all of them run in the sample program. */
export const subsystems: readonly TownSubsystem[] = [
  { code: 'kjbg', name: '科技报告（示例）', nameEn: 'Science Reports (sample)', about: '呈交和查阅科技计划项目的科技报告。', aboutEn: 'Submit and read the reports of science and technology projects.' },
  { code: 'zjk', name: '专家库（示例）', nameEn: 'Experts (sample)', about: '维护专家信息，参加项目评审。', aboutEn: 'Keep an entry as an expert and take part in reviews.' },
  { code: 'cgdj', name: '成果登记（示例）', nameEn: 'Results (sample)', about: '登记科技成果，打印登记证书。', aboutEn: 'Register results of science and technology and print the certificates.' },
  { code: 'jfgl', name: '经费管理（示例）', nameEn: 'Funds (sample)', about: '编报项目经费预算和决算。', aboutEn: 'Report the budgets and final accounts of projects.' },
]
