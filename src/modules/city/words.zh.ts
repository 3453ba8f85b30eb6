export const zh = {
  'city.title': '统一身份登录',
}
