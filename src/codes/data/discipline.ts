import type { CodeList } from '../code-list.ts'

const standard = 'GB/T 13745-2009 学科分类与代码'

export const disciplineGroups: CodeList = {
  id: 'discipline_group', name: '学科门类', en: 'Groups of disciplines', standard,
  items: [
    { code: 'A', name: '自然科学', en: 'Natural sciences' }, { code: 'B', name: '农业科学', en: 'Agricultural sciences' },
    { code: 'C', name: '医药科学', en: 'Medical sciences' },
    { code: 'D', name: '工程与技术科学', en: 'Engineering and technology' },
    { code: 'E', name: '人文与社会科学', en: 'Humanities and social sciences' },
  ],
}

const rows = `A 110 数学 Mathematics|A 120 信息科学与系统科学 Information and systems science|A 130 力学 Mechanics|A 140 物理学 Physics
|A 150 化学 Chemistry|A 160 天文学 Astronomy|A 170 地球科学 Earth science|A 180 生物学 Biology|A 190 心理学 Psychology
|B 210 农学 Agronomy|B 220 林学 Forestry|B 230 畜牧、兽医科学 Animal husbandry and veterinary science|B 240 水产学 Fisheries
|C 310 基础医学 Basic medicine|C 320 临床医学 Clinical medicine|C 330 预防医学与公共卫生学 Preventive medicine and public health
|C 340 军事医学与特种医学 Military and special medicine|C 350 药学 Pharmacy|C 360 中医学与中药学 Traditional Chinese medicine
|D 410 工程与技术科学基础学科 Basic disciplines of engineering
|D 413 信息与系统科学相关工程与技术 Engineering related to information and systems science
|D 416 自然科学相关工程与技术 Engineering related to natural sciences|D 420 测绘科学技术 Surveying and mapping
|D 430 材料科学 Materials science|D 440 矿山工程技术 Mining engineering|D 450 冶金工程技术 Metallurgical engineering
|D 460 机械工程 Mechanical engineering|D 470 动力与电气工程 Power and electrical engineering|D 480 能源科学技术 Energy science
|D 490 核科学技术 Nuclear science|D 510 电子与通信技术 Electronics and communications|D 520 计算机科学技术 Computer science
|D 530 化学工程 Chemical engineering|D 535 产品应用相关工程与技术 Product engineering|D 540 纺织科学技术 Textile science
|D 550 食品科学技术 Food science|D 560 土木建筑工程 Civil engineering and architecture|D 570 水利工程 Hydraulic engineering
|D 580 交通运输工程 Transport engineering|D 590 航空、航天科学技术 Aeronautics and astronautics
|D 610 环境科学技术及资源科学技术 Environmental and resource science|D 620 安全科学技术 Safety science|D 630 管理学 Management
|E 710 马克思主义 Marxism|E 720 哲学 Philosophy|E 730 宗教学 Religious studies|E 740 语言学 Linguistics|E 750 文学 Literature
|E 760 艺术学 Arts|E 770 历史学 History|E 780 考古学 Archaeology|E 790 经济学 Economics|E 810 政治学 Political science|E 820 法学 Law
|E 830 军事学 Military science|E 840 社会学 Sociology|E 850 民族学与文化学 Ethnology and cultural studies
|E 860 新闻学与传播学 Journalism and communication|E 870 图书馆、情报与文献学 Library and information science
|E 880 教育学 Education|E 890 体育科学 Sports science|E 910 统计学 Statistics`

/** 学科, first level; the second level is the code and two digits. */
export const disciplines: CodeList = {
  id: 'discipline', name: '学科', en: 'Disciplines', standard, parents: 'discipline_group',
  items: rows.split('|').map((row) => {
    const [parent = '', code = '', name = '', ...en] = row.trim().split(' ')
    return { code, parent, name, en: en.join(' ') }
  }),
}
