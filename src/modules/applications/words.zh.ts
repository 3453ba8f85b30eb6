export const zh = {
  'applications.title': '申报书',
} as const
