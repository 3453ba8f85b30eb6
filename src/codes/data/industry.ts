import type { CodeItem, CodeList } from '../code-list.ts'

const standard = 'GB/T 4754-2017 国民经济行业分类'

/** 三次产业 (三次产业划分规定, 2018). */
export const sectors: CodeList = {
  id: 'sector', name: '三次产业', en: 'Sectors of industry', standard: '三次产业划分规定（2018修订）',
  items: [
    { code: '1', name: '第一产业', en: 'Primary industry' }, { code: '2', name: '第二产业', en: 'Secondary industry' },
    { code: '3', name: '第三产业', en: 'Tertiary industry' },
  ],
}

const sectionRows = `A 农、林、牧、渔业 Agriculture, forestry, animal husbandry and fishery|B 采矿业 Mining|C 制造业 Manufacturing
|D 电力、热力、燃气及水生产和供应业 Production and supply of electricity, heat, gas and water|E 建筑业 Construction
|F 批发和零售业 Wholesale and retail|G 交通运输、仓储和邮政业 Transport, storage and post|H 住宿和餐饮业 Accommodation and catering
|I 信息传输、软件和信息技术服务业 Information transmission, software and IT services|J 金融业 Finance|K 房地产业 Real estate
|L 租赁和商务服务业 Leasing and business services|M 科学研究和技术服务业 Scientific research and technical services
|N 水利、环境和公共设施管理业 Water, environment and public facilities|O 居民服务、修理和其他服务业 Household, repair and other services
|P 教育 Education|Q 卫生和社会工作 Health and social work|R 文化、体育和娱乐业 Culture, sports and entertainment
|S 公共管理、社会保障和社会组织 Public administration, social security and organisations|T 国际组织 International organisations`

const rows = `A1 01 农业 Agriculture|A1 02 林业 Forestry|A1 03 畜牧业 Animal husbandry|A1 04 渔业 Fishery
|A3 05 农、林、牧、渔专业及辅助性活动 Support activities for agriculture|B2 06 煤炭开采和洗选业 Coal mining and washing
|B2 07 石油和天然气开采业 Extraction of oil and gas|B2 08 黑色金属矿采选业 Mining of ferrous ores
|B2 09 有色金属矿采选业 Mining of non-ferrous ores|B2 10 非金属矿采选业 Mining of non-metal ores
|B3 11 开采专业及辅助性活动 Support activities for mining|B2 12 其他采矿业 Other mining|C2 13 农副食品加工业 Processing of farm products
|C2 14 食品制造业 Food|C2 15 酒、饮料和精制茶制造业 Liquor, beverages and tea|C2 16 烟草制品业 Tobacco|C2 17 纺织业 Textiles
|C2 18 纺织服装、服饰业 Clothing|C2 19 皮革、毛皮、羽毛及其制品和制鞋业 Leather, fur, feather and footwear
|C2 20 木材加工和木、竹、藤、棕、草制品业 Wood, bamboo, rattan, palm and straw products|C2 21 家具制造业 Furniture
|C2 22 造纸和纸制品业 Paper|C2 23 印刷和记录媒介复制业 Printing and reproduction of recorded media
|C2 24 文教、工美、体育和娱乐用品制造业 Articles for culture, crafts, sports and entertainment
|C2 25 石油、煤炭及其他燃料加工业 Processing of petroleum, coal and other fuels|C2 26 化学原料和化学制品制造业 Chemicals
|C2 27 医药制造业 Medicines|C2 28 化学纤维制造业 Chemical fibres|C2 29 橡胶和塑料制品业 Rubber and plastics
|C2 30 非金属矿物制品业 Non-metallic mineral products|C2 31 黑色金属冶炼和压延加工业 Smelting and rolling of ferrous metals
|C2 32 有色金属冶炼和压延加工业 Smelting and rolling of non-ferrous metals|C2 33 金属制品业 Metal products
|C2 34 通用设备制造业 General machinery|C2 35 专用设备制造业 Special machinery|C2 36 汽车制造业 Motor vehicles
|C2 37 铁路、船舶、航空航天和其他运输设备制造业 Railway, ship, aerospace and other transport equipment
|C2 38 电气机械和器材制造业 Electrical machinery|C2 39 计算机、通信和其他电子设备制造业 Computers, communication and electronic equipment
|C2 40 仪器仪表制造业 Measuring instruments|C2 41 其他制造业 Other manufacturing|C2 42 废弃资源综合利用业 Use of waste resources
|C3 43 金属制品、机械和设备修理业 Repair of metal products and machinery|D2 44 电力、热力生产和供应业 Electricity and heat
|D2 45 燃气生产和供应业 Gas|D2 46 水的生产和供应业 Water|E2 47 房屋建筑业 Buildings|E2 48 土木工程建筑业 Civil engineering
|E2 49 建筑安装业 Building installation|E2 50 建筑装饰、装修和其他建筑业 Decoration and other construction|F3 51 批发业 Wholesale
|F3 52 零售业 Retail|G3 53 铁路运输业 Railway transport|G3 54 道路运输业 Road transport|G3 55 水上运输业 Water transport
|G3 56 航空运输业 Air transport|G3 57 管道运输业 Pipeline transport|G3 58 多式联运和运输代理业 Multimodal transport and agencies
|G3 59 装卸搬运和仓储业 Handling and storage|G3 60 邮政业 Post|H3 61 住宿业 Accommodation|H3 62 餐饮业 Catering
|I3 63 电信、广播电视和卫星传输服务 Telecommunications, broadcasting and satellite transmission
|I3 64 互联网和相关服务 Internet and related services|I3 65 软件和信息技术服务业 Software and IT services
|J3 66 货币金融服务 Monetary services|J3 67 资本市场服务 Capital market services|J3 68 保险业 Insurance|J3 69 其他金融业 Other finance
|K3 70 房地产业 Real estate|L3 71 租赁业 Leasing|L3 72 商务服务业 Business services
|M3 73 研究和试验发展 Research and experimental development
|M3 74 专业技术服务业 Professional technical services|M3 75 科技推广和应用服务业 Technology promotion and application
|N3 76 水利管理业 Water management|N3 77 生态保护和环境治理业 Ecology and environment|N3 78 公共设施管理业 Public facilities
|N3 79 土地管理业 Land management|O3 80 居民服务业 Household services
|O3 81 机动车、电子产品和日用产品修理业 Repair of vehicles, electronics and household goods|O3 82 其他服务业 Other services
|P3 83 教育 Education|Q3 84 卫生 Health|Q3 85 社会工作 Social work|R3 86 新闻和出版业 News and publishing
|R3 87 广播、电视、电影和录音制作业 Radio, television, film and sound recording|R3 88 文化艺术业 Culture and arts|R3 89 体育 Sports
|R3 90 娱乐业 Entertainment|S3 91 中国共产党机关 Organs of the Communist Party of China|S3 92 国家机构 State organs
|S3 93 人民政协、民主党派 People’s Political Consultative Conference and democratic parties|S3 94 社会保障 Social security
|S3 95 群众团体、社会团体和其他成员组织 Mass, social and other membership organisations
|S3 96 基层群众自治组织及其他组织 Primary-level self-governing and other organisations|T3 97 国际组织 International organisations`

/** 门类, A to T. */
export const industrySections: CodeList = {
  id: 'industry_section', name: '行业门类', en: 'Sections of industry', standard,
  items: sectionRows.split('|').map((row) => {
    const [code = '', name = '', ...en] = row.trim().split(' ')
    return { code, name, en: en.join(' ') }
  }),
}

export interface IndustryItem extends CodeItem { sector: '1' | '2' | '3' }

const sectorOf = (digit: string): IndustryItem['sector'] => (digit === '1' ? '1' : digit === '2' ? '2' : '3')

/** 大类, 01 to 97: what is kept; 门类 and 三次产业 are derived. Its letter, then its sector, stand before each code. */
export const industries: CodeList<IndustryItem> = {
  id: 'industry', name: '行业大类', en: 'Divisions of industry', standard, parents: 'industry_section',
  items: rows.split('|').map((row) => {
    const [group = '', code = '', name = '', ...en] = row.trim().split(' ')
    return { code, parent: group.charAt(0), sector: sectorOf(group.charAt(1)), name, en: en.join(' ') }
  }),
}
