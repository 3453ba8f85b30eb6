export const zh = {
  'myData.title': '我的数据',
}
