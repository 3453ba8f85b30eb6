/** People of 渝江示范大学: number, user name, name, birthday; odd numbers are men. Its schools and posts are in college.ts. */
export const college = [
  [21, 'yj_shouquan', '秦望舒', '1979-05-12'],
  [22, 'yj_ruanjian', '程砚秋', '1975-11-03'],
  [23, 'yj_cailiao', '陆怀瑾', '1981-02-27'],
  [24, 'yj_jiaoshi1', '张若素', '1986-07-19'],
  [25, 'yj_jiaoshi2', '夏以宁', '1990-01-08'],
  [26, 'yj_jiaoshi3', '侯知微', '1984-09-30'],
  [27, 'yj_jiaoshi4', '柴景行', '1988-12-24'],
  [28, 'yj_jiaoshi5', '冯嘉禾', '1992-04-15'],
  [30, 'yj_jiaoshi6', '古丽米热·阿不都克里木', '1989-06-06'],
  [29, 'yj_jiaoshi7', '方听澜', '1993-08-21'],
  [31, 'yj_jiaoshi8', '程一川', '1995-03-11'],
  [32, 'yj_jiaoshi9', '孔令仪', '1983-10-02'],
] as const
