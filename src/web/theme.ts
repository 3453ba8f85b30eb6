import { theme, type ThemeConfig } from 'antd'
import type { Mode } from './boot.ts'
import { dark, elder, fonts, light, radius, standard } from './tokens.ts'

/** Ant Design's theme out of our tokens; where its own shades miss AA contrast they are set here, once. */
export function themeOf(mode: Mode, isDark: boolean): ThemeConfig {
  const c = isDark ? dark : light
  const s = mode === 'elder' ? elder : standard
  return {
    algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      motion: false,
      fontFamily: 'var(--font-text)', fontFamilyCode: fonts.code,
      fontSize: s.body, fontSizeSM: s.hint, fontSizeLG: s.reading, fontSizeXL: s.section,
      controlHeight: s.target, controlHeightSM: mode === 'elder' ? 44 : 28, controlHeightLG: s.target + 6,
      borderRadius: radius, borderRadiusSM: radius, borderRadiusLG: radius, borderRadiusXS: radius,
      colorPrimary: c.fill, colorPrimaryHover: c.fillDeep, colorPrimaryActive: c.fillDeep, colorPrimaryBg: c.tint,
      colorInfo: c.blue, colorLink: c.blue, colorLinkHover: c.blue, colorLinkActive: c.blue,
      colorSuccess: c.green, colorWarning: c.amber, colorError: c.red, colorErrorHover: c.red,
      colorText: c.ink, colorTextSecondary: c.inkSoft, colorTextTertiary: c.inkHint, colorTextDescription: c.inkHint,
      colorTextPlaceholder: c.inkHint, colorTextDisabled: c.inkHint, colorTextHeading: c.ink, colorTextQuaternary: c.inkHint,
      colorIcon: c.inkSoft, colorBgBase: c.paper, colorBgLayout: c.ground, colorBgContainer: c.paper, colorBgElevated: c.raised,
      colorBorder: c.edge, colorBorderSecondary: c.line, colorSplit: c.line, controlItemBgActive: c.tint,
      colorFillAlter: c.quiet, controlOutlineWidth: 3,
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', colorError: c.red, dangerColor: isDark ? c.ground : c.onFill, defaultColor: c.ink },
      Table: { headerBg: c.quiet, headerColor: c.inkSoft, rowSelectedBg: c.tint, rowSelectedHoverBg: c.tint, cellPaddingBlock: 10, cellPaddingInline: 12 },
      Modal: { titleFontSize: s.section },
    },
  }
}
