import type { CodeList } from '../code-list.ts'

const rows = [
  ['102100099996', '中国工商银行', 'Industrial and Commercial Bank of China'],
  ['103100000026', '中国农业银行', 'Agricultural Bank of China'], ['104100000004', '中国银行', 'Bank of China'],
  ['105100000017', '中国建设银行', 'China Construction Bank'], ['301290000007', '交通银行', 'Bank of Communications'],
  ['403100000004', '中国邮政储蓄银行', 'Postal Savings Bank of China'], ['302100011000', '中信银行', 'China CITIC Bank'],
  ['303100000006', '中国光大银行', 'China Everbright Bank'], ['304100040000', '华夏银行', 'Hua Xia Bank'],
  ['305100000013', '中国民生银行', 'China Minsheng Bank'], ['306581000003', '广发银行', 'China Guangfa Bank'],
  ['307584007998', '平安银行', 'Ping An Bank'], ['308584000013', '招商银行', 'China Merchants Bank'],
  ['309391000011', '兴业银行', 'Industrial Bank'], ['310290000013', '上海浦东发展银行', 'Shanghai Pudong Development Bank'],
  ['315456000105', '恒丰银行', 'Hengfeng Bank'], ['316331000018', '浙商银行', 'China Zheshang Bank'],
  ['318110000014', '渤海银行', 'China Bohai Bank'], ['201100000017', '国家开发银行', 'China Development Bank'],
  ['202100000003', '中国进出口银行', 'Export-Import Bank of China'],
  ['203100000019', '中国农业发展银行', 'Agricultural Development Bank of China'],
  ['313653000013', '重庆银行', 'Bank of Chongqing'], ['314653000011', '重庆农村商业银行', 'Chongqing Rural Commercial Bank'],
  ['313110000017', '天津银行', 'Bank of Tianjin'],
  ['314110000011', '天津滨海农村商业银行', 'Tianjin Binhai Rural Commercial Bank'],
  ['313100000013', '北京银行', 'Bank of Beijing'], ['325290000012', '上海银行', 'Bank of Shanghai'],
] as const

/** Head offices, as suggestions for 开户银行; the branches are over 100,000 and are typed. */
export const bankHeadOffices: CodeList = {
  id: 'bank_head_office', name: '开户银行（总行）', en: 'Banks (head offices)', standard: '大额支付系统行号',
  items: rows.map(([code, name, en]) => ({ code, name, en })),
}
