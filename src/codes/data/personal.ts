import type { CodeItem, CodeList } from '../code-list.ts'

/** 性别, GB/T 2261.1-2003; people choose between 1 and 2. */
export const sexes: CodeList = {
  id: 'sex', name: '性别', en: 'Sex', standard: 'GB/T 2261.1-2003 人的性别代码',
  items: [
    { code: '0', name: '未知的性别', en: 'Unknown' }, { code: '1', name: '男性', en: 'Male' },
    { code: '2', name: '女性', en: 'Female' }, { code: '9', name: '未说明的性别', en: 'Not stated' },
  ],
}

const ethnicNames = `01 汉族 Han|02 蒙古族 Mongol|03 回族 Hui|04 藏族 Zang|05 维吾尔族 Uygur|06 苗族 Miao|07 彝族 Yi|08 壮族 Zhuang
|09 布依族 Buyei|10 朝鲜族 Chosen|11 满族 Man|12 侗族 Dong|13 瑶族 Yao|14 白族 Bai|15 土家族 Tujia|16 哈尼族 Hani
|17 哈萨克族 Kazak|18 傣族 Dai|19 黎族 Li|20 傈僳族 Lisu|21 佤族 Va|22 畲族 She|23 高山族 Gaoshan|24 拉祜族 Lahu|25 水族 Sui
|26 东乡族 Dongxiang|27 纳西族 Naxi|28 景颇族 Jingpo|29 柯尔克孜族 Kirgiz|30 土族 Tu|31 达斡尔族 Daur|32 仫佬族 Mulao
|33 羌族 Qiang|34 布朗族 Blang|35 撒拉族 Salar|36 毛南族 Maonan|37 仡佬族 Gelao|38 锡伯族 Xibe|39 阿昌族 Achang
|40 普米族 Pumi|41 塔吉克族 Tajik|42 怒族 Nu|43 乌孜别克族 Uzbek|44 俄罗斯族 Russ|45 鄂温克族 Ewenki|46 德昂族 Deang
|47 保安族 Bonan|48 裕固族 Yugur|49 京族 Gin|50 塔塔尔族 Tatar|51 独龙族 Derung|52 鄂伦春族 Oroqen|53 赫哲族 Hezhen
|54 门巴族 Monba|55 珞巴族 Lhoba|56 基诺族 Jino|97 其他 Other|98 外国血统中国籍人士 Chinese national of foreign descent`

/** 民族, with the romanisation of the standard; 97 and 98 are the common additions. */
export const ethnicGroups: CodeList = {
  id: 'ethnic_group', name: '民族', en: 'Ethnic groups', standard: 'GB/T 3304-1991 中国各民族名称的罗马字母拼写法和代码',
  items: ethnicNames.split('|').map((row) => {
    const [code = '', name = '', ...en] = row.trim().split(' ')
    return { code, name, en: en.join(' ') }
  }),
}

export interface PoliticalStatusItem extends CodeItem { short: string }

/** 政治面貌. By policy as guarded as sensitive data: shown to the reviewer only. */
export const politicalStatuses: CodeList<PoliticalStatusItem> = {
  id: 'political_status', name: '政治面貌', en: 'Political status', standard: 'GB/T 4762-1984 政治面貌代码',
  items: [
    { code: '01', name: '中国共产党党员', short: '中共党员', en: 'Member of the Communist Party of China' },
    { code: '02', name: '中国共产党预备党员', short: '中共预备党员', en: 'Probationary member of the Communist Party of China' },
    { code: '03', name: '中国共产主义青年团团员', short: '共青团员', en: 'Member of the Communist Youth League' },
    { code: '04', name: '中国国民党革命委员会会员', short: '民革党员', en: 'Revolutionary Committee of the Chinese Kuomintang' },
    { code: '05', name: '中国民主同盟盟员', short: '民盟盟员', en: 'China Democratic League' },
    { code: '06', name: '中国民主建国会会员', short: '民建会员', en: 'China National Democratic Construction Association' },
    { code: '07', name: '中国民主促进会会员', short: '民进会员', en: 'China Association for Promoting Democracy' },
    { code: '08', name: '中国农工民主党党员', short: '农工党党员', en: 'Chinese Peasants’ and Workers’ Democratic Party' },
    { code: '09', name: '中国致公党党员', short: '致公党党员', en: 'China Zhi Gong Party' },
    { code: '10', name: '九三学社社员', short: '九三学社社员', en: 'Jiusan Society' },
    { code: '11', name: '台湾民主自治同盟盟员', short: '台盟盟员', en: 'Taiwan Democratic Self-Government League' },
    { code: '12', name: '无党派民主人士', short: '无党派人士', en: 'Without party affiliation' },
    { code: '13', name: '群众', short: '群众', en: 'General public' },
  ],
}
