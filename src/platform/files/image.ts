import sharp, { type SharpOptions } from 'sharp'
import { refuse, type Refusal } from '../../kernel/refusal.ts'

/** An A3 page at 600 dpi has 70 million; a bomb has more than memory. */
const mostPixels = 100_000_000

// A picture more or less must not take every core from the people who wait for a page.
sharp.concurrency(1)
sharp.cache(false)

/** Cameras write harmless oddities into their files: only what ends too early is unreadable. */
export const careful: SharpOptions = {
  limitInputPixels: mostPixels, failOn: 'truncated', sequentialRead: true, pages: 1,
}

/** Refuses what a reviewer could not look at: damaged pictures, and such as unpack to more than memory holds. */
export async function imageTrouble(path: string): Promise<Refusal | null> {
  try {
    const { width, height } = await sharp(path, { ...careful, limitInputPixels: false }).metadata()
    if (width * height > mostPixels) return refuse('file.image_too_many_pixels', { params: { width, height } })
    await sharp(path, careful).resize(64, 64, { fit: 'inside' }).timeout({ seconds: 20 }).raw().toBuffer()
    return null
  } catch {
    return refuse('file.image_unreadable')
  }
}
