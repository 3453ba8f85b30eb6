export const pageZh = {
}
