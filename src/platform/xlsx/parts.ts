import { cellText } from './cell-text.ts'

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** A name as a workbook takes it: no more than 31 units, none of the signs of a reference, no apostrophe at an end. */
export function sheetTitle(name: string): string {
  const plain = name.replace(/[[\]:*?/\\\p{Cc}]/gu, ' ').toWellFormed().trim().slice(0, 31).replace(/[\uD800-\uDBFF]$/, '').replace(/^'+|'+$/g, '').trim()
  return plain === '' || plain.toLowerCase() === 'history' ? 'Sheet1' : plain
}

/** Everything of the package but the sheet. */
export const parts = (sheetName: string): readonly (readonly [name: string, text: string])[] => [
  ['[Content_Types].xml', `${xml}<Types xmlns="${packaged}/content-types">`
    + '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    + '<Default Extension="xml" ContentType="application/xml"/>'
    + `<Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>`
    + `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/>`
    + `<Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/></Types>`],
  ['_rels/.rels', `${xml}<Relationships xmlns="${packaged}/relationships">`
    + `<Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`],
  ['xl/workbook.xml', `${xml}<workbook xmlns="${main}" xmlns:r="${office}">`
    + `<sheets><sheet name="${cellText(sheetTitle(sheetName))}" sheetId="1" r:id="rId1"/></sheets></workbook>`],
  ['xl/_rels/workbook.xml.rels', `${xml}<Relationships xmlns="${packaged}/relationships">`
    + `<Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/>`
    + `<Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`],
  // 0 numbers, 1 the heading, 2 texts (format 49 is @: what is typed there stays text).
  ['xl/styles.xml', `${xml}<styleSheet xmlns="${main}">`
    + '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    + '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
    + '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    + '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    + '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    + '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>'
    + '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>'
    + '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'],
]
