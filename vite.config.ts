import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { emblemSvg } from './src/web/emblem.ts'
import { light, tokensCss } from './src/web/tokens.ts'

const here = import.meta.dirname
let out = join(here, 'dist/web')
const tokensId = '\0tokens.css'

/** The tokens as a style sheet: the same values as the public pages have. */
const tokens: Plugin = {
  name: 'tokens',
  resolveId: (id) => (id === 'virtual:tokens.css' ? tokensId : null),
  load: (id) => (id === tokensId ? tokensCss() : null),
}

const whereTo: Plugin = {
  name: 'where-to',
  configResolved(config) {
    out = resolve(config.root, config.build.outDir)
  },
}

/** Tables that pdf.js fetches when a document needs them (Chinese encodings, standard fonts, image decoders without wasm). */
const pdfTables: Plugin = {
  name: 'pdf-tables',
  apply: 'build',
  closeBundle() {
    for (const folder of ['cmaps', 'standard_fonts', 'wasm']) {
      cpSync(join(here, 'node_modules/pdfjs-dist', folder), join(out, 'assets/pdfjs', folder), {
        recursive: true, filter: (file) => !file.endsWith('.wasm'),
      })
    }
  },
}

/** Compressed once, here, so that the server never does. */
const compressed: Plugin = {
  name: 'compressed',
  apply: 'build',
  closeBundle() {
    for (const name of readdirSync(join(out, 'assets'))) {
      if (!/\.(js|mjs|css|svg)$/.test(name)) continue
      const body = readFileSync(join(out, 'assets', name))
      if (body.length < 1_000) continue
      writeFileSync(join(out, 'assets', `${name}.gz`), gzipSync(body, { level: 9 }))
      writeFileSync(join(out, 'assets', `${name}.br`), brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }))
    }
  },
}

const emblem: Plugin = {
  name: 'emblem',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'assets/emblem.svg', source: emblemSvg(48, light.blue) })
  },
}

/** The application behind `/app/` (the public pages are drawn by the server). */
export default defineConfig({
  root: join(here, 'src/web'),
  base: '/app/',
  publicDir: false,
  plugins: [react(), whereTo, tokens, emblem, pdfTables, compressed],
  build: {
    outDir: out,
    emptyOutDir: true,
    manifest: true,
    // 双核浏览器 in Chrome mode lag some years behind (S1-20).
    target: ['chrome87', 'edge88', 'firefox78', 'safari14'],
    // Inlined files would be `data:` addresses, which the Content-Security-Policy refuses for fonts and workers.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
})
