export const zh = {
  'prints.title': '申报书文件',
} as const
