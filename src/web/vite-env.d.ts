declare module 'virtual:tokens.css'
declare module '*.css'
declare module '*?url' {
  const address: string
  export default address
}

declare module 'pdfjs-dist/legacy/build/pdf.min.mjs' {
  export * from 'pdfjs-dist'
}

interface ImportMeta {
  readonly env: { readonly BASE_URL: string }
}
