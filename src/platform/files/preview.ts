import sharp from 'sharp'
import { careful } from './image.ts'
import type { FileStore } from './store.ts'

const longestSide = 2000

/**
 * A picture of the store, drawn anew (D24): JPEG, upright, at most 2000 pixels, without position, camera and whatever
 * else the file carried. PDFs are drawn in the browser by pdf.js.
 */
export async function imagePreview(files: FileStore, key: string): Promise<Buffer> {
  const { stream } = await files.open(key)
  const picture = sharp(careful)
    .autoOrient()
    .resize(longestSide, longestSide, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .jpeg({ quality: 82 })
    .timeout({ seconds: 30 })
  stream.on('error', (error) => picture.destroy(error))
  return stream.pipe(picture).toBuffer()
}
