import type { CodeList } from '../code-list.ts'

/** 单位所在新区 (S2-18): own codes, from general knowledge; the departments confirm them. The parent is the province. */
export const functionalZones: CodeList = {
  id: 'functional_zone', name: '单位所在新区', en: 'New areas and development zones', standard: '平台自定', parents: 'province',
  items: [
    { code: 'CQ-LJ', parent: '500000', name: '两江新区（国家级新区直管区，2026-01 起为行政区 500157）',
      en: 'Liangjiang New Area (directly governed zone; a district since 2026-01)' },
    { code: 'CQ-GXQ', parent: '500000', name: '重庆高新区（西部科学城重庆高新区）',
      en: 'Chongqing High-tech Zone (Western Science City)' },
    { code: 'CQ-JKQ', parent: '500000', name: '重庆经开区', en: 'Chongqing Economic and Technological Development Zone' },
    { code: 'CQ-WS', parent: '500000', name: '万盛经开区', en: 'Wansheng Economic Development Zone' },
    { code: 'CQ-WZJK', parent: '500000', name: '万州经开区', en: 'Wanzhou Economic Development Zone' },
    { code: 'CQ-CSJK', parent: '500000', name: '长寿经开区', en: 'Changshou Economic Development Zone' },
    { code: 'CQ-SQJK', parent: '500000', name: '双桥经开区', en: 'Shuangqiao Economic Development Zone' },
    { code: 'CQ-BSGX', parent: '500000', name: '璧山高新区', en: 'Bishan High-tech Zone' },
    { code: 'CQ-YCGX', parent: '500000', name: '永川高新区', en: 'Yongchuan High-tech Zone' },
    { code: 'CQ-RCGX', parent: '500000', name: '荣昌高新区', en: 'Rongchang High-tech Zone' },
    { code: 'NONE', parent: '500000', name: '不在新区', en: 'Not in a new area' },
    { code: 'TJ-TEDA', parent: '120000', name: '天津经济技术开发区', en: 'Tianjin Economic-Technological Development Area' },
    { code: 'TJ-BS', parent: '120000', name: '天津港保税区', en: 'Tianjin Port Free Trade Zone' },
    { code: 'TJ-GX', parent: '120000', name: '天津滨海高新技术产业开发区',
      en: 'Tianjin Binhai High-tech Industrial Development Area' },
    { code: 'TJ-DJ', parent: '120000', name: '天津东疆综合保税区', en: 'Tianjin Dongjiang Comprehensive Bonded Zone' },
    { code: 'TJ-ECO', parent: '120000', name: '中新天津生态城', en: 'Sino-Singapore Tianjin Eco-city' },
    { code: 'NONE', parent: '120000', name: '不在功能区', en: 'Not in a functional zone' },
  ],
}
