import sharp from 'sharp'

const escape = (text: string) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`)

/** A scan of a licence as nobody issues it: clearly marked as a demonstration, of this unit. */
export async function demoLicence(unit: { name: string; creditCode: string; representative: string }): Promise<Buffer> {
  const line = (y: number, label: string, value: string) => `
    <text x="150" y="${y}" font-size="30" fill="#555">${label}</text><text x="400" y="${y}" font-size="32" fill="#222">${escape(value)}</text>`
  return sharp(Buffer.from(`
    <svg xmlns="http://www.w3.org/2000/svg" width="1240" height="877" font-family="Noto Sans CJK SC, Noto Sans SC, sans-serif">
      <rect width="1240" height="877" fill="#fdfbf4"/>
      <rect x="40" y="40" width="1160" height="797" fill="none" stroke="#b08d3c" stroke-width="6"/>
      <rect x="56" y="56" width="1128" height="765" fill="none" stroke="#b08d3c" stroke-width="2"/>
      <text x="620" y="180" font-size="64" text-anchor="middle" fill="#333" letter-spacing="12">法人证照（演示样张）</text>
      ${line(300, '名称', unit.name)}${line(370, '统一社会信用代码', '')}
      <text x="460" y="370" font-size="32" fill="#222">${escape(unit.creditCode)}</text>
      ${line(440, '法定代表人', unit.representative)}${line(510, '住所', '演示区示范路')}${line(580, '登记机关', '示例登记机关（演示）')}
      <g transform="translate(980 660) rotate(-12)"><circle r="90" fill="none" stroke="#c33" stroke-width="6"/><text y="12" font-size="34" text-anchor="middle" fill="#c33">演示</text></g>
      <text x="620" y="780" font-size="26" text-anchor="middle" fill="#888">仅供演示，不具任何效力。For demonstration only.</text>
    </svg>`)).png().toBuffer()
}
