export const zh = {
  'profiles.title': '个人信息',
}
