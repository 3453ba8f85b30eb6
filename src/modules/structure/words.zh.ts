export const zh = {
  'structure.title': '二级单位',
}
