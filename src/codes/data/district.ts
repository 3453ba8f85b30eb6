import type { CodeItem, CodeList } from '../code-list.ts'

/** code, name, English, first day, last day, successors. Where only the year is known: its first or last day. */
type Row = readonly [string, string, string, string?, string?, (readonly string[])?]

/**
 * Districts and counties of Tianjin and Chongqing, past and present. Facts of the yearly ministry tables, as of 2026-01.
 * 江北区 and 渝北区 ended with the State Council's approval of 2025-11-06; confirm 500157 against the ministry's table.
 */
const rows: readonly Row[] = [
  // 天津市
  ['120101', '和平区', 'Heping District'],
  ['120102', '河东区', 'Hedong District'],
  ['120103', '河西区', 'Hexi District'],
  ['120104', '南开区', 'Nankai District'],
  ['120105', '河北区', 'Hebei District'],
  ['120106', '红桥区', 'Hongqiao District'],
  ['120107', '塘沽区', 'Tanggu District', '', '2009-12-31', ['120116']],
  ['120108', '汉沽区', 'Hangu District', '', '2009-12-31', ['120116']],
  ['120109', '大港区', 'Dagang District', '', '2009-12-31', ['120116']],
  ['120110', '东郊区', 'Dongjiao District', '', '1991-12-31'],
  ['120110', '东丽区', 'Dongli District', '1992-01-01'],
  ['120111', '西郊区', 'Xijiao District', '', '1991-12-31'],
  ['120111', '西青区', 'Xiqing District', '1992-01-01'],
  ['120112', '南郊区', 'Nanjiao District', '', '1991-12-31'],
  ['120112', '津南区', 'Jinnan District', '1992-01-01'],
  ['120113', '北郊区', 'Beijiao District', '', '1991-12-31'],
  ['120113', '北辰区', 'Beichen District', '1992-01-01'],
  ['120114', '武清区', 'Wuqing District', '2000-01-01'],
  ['120115', '宝坻区', 'Baodi District', '2001-01-01'],
  ['120116', '滨海新区', 'Binhai New Area', '2009-01-01'],
  ['120117', '宁河区', 'Ninghe District', '2015-01-01'],
  ['120118', '静海区', 'Jinghai District', '2015-01-01'],
  ['120119', '蓟州区', 'Jizhou District', '2016-01-01'],
  ['120201', '宁河县', 'Ninghe County', '', '1982-12-31', ['120221']],
  ['120202', '武清县', 'Wuqing County', '', '1982-12-31', ['120222']],
  ['120203', '静海县', 'Jinghai County', '', '1982-12-31', ['120223']],
  ['120204', '宝坻县', 'Baodi County', '', '1982-12-31', ['120224']],
  ['120205', '蓟县', 'Ji County', '', '1982-12-31', ['120225']],
  ['120221', '宁河县', 'Ninghe County', '1982-01-01', '2015-12-31', ['120117']],
  ['120222', '武清县', 'Wuqing County', '1982-01-01', '2000-12-31', ['120114']],
  ['120223', '静海县', 'Jinghai County', '1982-01-01', '2015-12-31', ['120118']],
  ['120224', '宝坻县', 'Baodi County', '1982-01-01', '2001-12-31', ['120115']],
  ['120225', '蓟县', 'Ji County', '1982-01-01', '2016-12-31', ['120119']],
  // 重庆市
  ['500101', '万县区', 'Wanxian District', '1997-01-01', '1997-12-31'],
  ['500101', '万州区', 'Wanzhou District', '1998-01-01'],
  ['500102', '涪陵区', 'Fuling District', '1997-01-01'],
  ['500103', '渝中区', 'Yuzhong District', '1997-01-01'],
  ['500104', '大渡口区', 'Dadukou District', '1997-01-01'],
  ['500105', '江北区', 'Jiangbei District', '1997-01-01', '2025-11-05', ['500157']],
  ['500106', '沙坪坝区', 'Shapingba District', '1997-01-01'],
  ['500107', '九龙坡区', 'Jiulongpo District', '1997-01-01'],
  ['500108', '南岸区', 'Nan’an District', '1997-01-01'],
  ['500109', '北碚区', 'Beibei District', '1997-01-01'],
  ['500110', '万盛区', 'Wansheng District', '1997-01-01', '2010-12-31'],
  ['500110', '綦江区', 'Qijiang District', '2011-01-01'],
  ['500111', '双桥区', 'Shuangqiao District', '1997-01-01', '2010-12-31'],
  ['500111', '大足区', 'Dazu District', '2011-01-01'],
  ['500112', '渝北区', 'Yubei District', '1997-01-01', '2025-11-05', ['500157', '500109']],
  ['500113', '巴南区', 'Banan District', '1997-01-01'],
  ['500114', '黔江区', 'Qianjiang District', '2000-01-01'],
  ['500115', '长寿区', 'Changshou District', '2001-01-01'],
  ['500116', '江津区', 'Jiangjin District', '2006-01-01'],
  ['500117', '合川区', 'Hechuan District', '2006-01-01'],
  ['500118', '永川区', 'Yongchuan District', '2006-01-01'],
  ['500119', '南川区', 'Nanchuan District', '2006-01-01'],
  ['500120', '璧山区', 'Bishan District', '2014-01-01'],
  ['500151', '铜梁区', 'Tongliang District', '2014-01-01'],
  ['500152', '潼南区', 'Tongnan District', '2015-01-01'],
  ['500153', '荣昌区', 'Rongchang District', '2015-01-01'],
  ['500154', '开州区', 'Kaizhou District', '2016-01-01'],
  ['500155', '梁平区', 'Liangping District', '2016-01-01'],
  ['500156', '武隆区', 'Wulong District', '2016-01-01'],
  ['500157', '两江新区', 'Liangjiang New Area', '2025-11-06'],
  ['500221', '长寿县', 'Changshou County', '1997-01-01', '2001-12-31', ['500115']],
  ['500222', '綦江县', 'Qijiang County', '1997-01-01', '2011-12-31', ['500110']],
  ['500223', '潼南县', 'Tongnan County', '1997-01-01', '2015-12-31', ['500152']],
  ['500224', '铜梁县', 'Tongliang County', '1997-01-01', '2014-12-31', ['500151']],
  ['500225', '大足县', 'Dazu County', '1997-01-01', '2011-12-31', ['500111']],
  ['500226', '荣昌县', 'Rongchang County', '1997-01-01', '2015-12-31', ['500153']],
  ['500227', '璧山县', 'Bishan County', '1997-01-01', '2014-12-31', ['500120']],
  ['500228', '梁平县', 'Liangping County', '1997-01-01', '2016-12-31', ['500155']],
  ['500229', '城口县', 'Chengkou County', '1997-01-01'],
  ['500230', '丰都县', 'Fengdu County', '1997-01-01'],
  ['500231', '垫江县', 'Dianjiang County', '1997-01-01'],
  ['500232', '武隆县', 'Wulong County', '1997-01-01', '2016-12-31', ['500156']],
  ['500233', '忠县', 'Zhong County', '1997-01-01'],
  ['500234', '开县', 'Kai County', '1997-01-01', '2016-12-31', ['500154']],
  ['500235', '云阳县', 'Yunyang County', '1997-01-01'],
  ['500236', '奉节县', 'Fengjie County', '1997-01-01'],
  ['500237', '巫山县', 'Wushan County', '1997-01-01'],
  ['500238', '巫溪县', 'Wuxi County', '1997-01-01'],
  ['500239', '黔江土家族苗族自治县', 'Qianjiang Tujia and Miao Autonomous County', '1997-01-01', '2000-12-31', ['500114']],
  ['500240', '石柱土家族自治县', 'Shizhu Tujia Autonomous County', '1997-01-01'],
  ['500241', '秀山土家族苗族自治县', 'Xiushan Tujia and Miao Autonomous County', '1997-01-01'],
  ['500242', '酉阳土家族苗族自治县', 'Youyang Tujia and Miao Autonomous County', '1997-01-01'],
  ['500243', '彭水苗族土家族自治县', 'Pengshui Miao and Tujia Autonomous County', '1997-01-01'],
  ['500381', '江津市', 'Jiangjin City', '1997-01-01', '2006-12-31', ['500116']],
  ['500382', '合川市', 'Hechuan City', '1997-01-01', '2006-12-31', ['500117']],
  ['500383', '永川市', 'Yongchuan City', '1997-01-01', '2006-12-31', ['500118']],
  ['500384', '南川市', 'Nanchuan City', '1997-01-01', '2006-12-31', ['500119']],
]

const item = ([code, name, en, from, to, successor]: Row): CodeItem => ({
  code, name, en, parent: `${code.slice(0, 2)}0000`,
  ...(from && { from }), ...(to && { to }), ...(successor && { successor }),
})

export const districts: CodeList = {
  id: 'district', name: '区县', en: 'Districts and counties',
  standard: 'GB/T 2260-2007 + 民政部县以上行政区划代码', parents: 'province', items: rows.map(item),
}

/** Never issued and in no table: for the people and units of the demo alone. */
export const demoDistricts: readonly CodeItem[] = [
  { code: '120199', name: '演示区（天津，虚构）', en: 'Demo District (Tianjin, fictional)', parent: '120000' },
  { code: '500199', name: '演示区（重庆，虚构）', en: 'Demo District (Chongqing, fictional)', parent: '500000' },
]
