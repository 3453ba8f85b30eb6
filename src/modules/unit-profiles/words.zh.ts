export const zh = {
  'unitProfiles.title': '单位信息',
}
