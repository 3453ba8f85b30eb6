/**
 * A document to be typeset. The template is ours; what people wrote is in `data` alone, which the template reads as JSON:
 * no text of theirs is ever part of the program (`#eval(...)` in a title is printed as it stands).
 */
export interface PdfJob {
  /** Typst source. It reads `json("data.json")` and `image("images/<name>")` and finds no other file. */
  template: string
  data: unknown
  /** By name with its extension: PNG, JPEG or SVG, made or drawn anew by us. */
  images: Readonly<Record<string, Uint8Array>>
  /** Stands in the file as the time of its creation: the same job gives the same bytes. */
  at: Date
}

/** What the press says of a job. */
export interface Printed {
  pdf: Buffer
  pages: number
}

/** Over the channel to the child. */
export interface Order {
  id: number
  job: Omit<PdfJob, 'data' | 'at'> & { data: string; seconds: number }
}
export type Delivery =
  | { id: number; ok: true; pdf: Uint8Array; pages: number; megabytes: number }
  | { id: number; ok: false; trouble: string; megabytes: number }
