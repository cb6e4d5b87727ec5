/** A JPEG as far as its header tells: sizes as asked, one grey value in its scan, and whatever segments are put before it. */
export function jpeg(width: number, height: number, extra: readonly number[] = []): Buffer {
  const frame = [0xff, 0xc0, 0, 11, 8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0]
  const jfif = [0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]
  const scan = [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0x34]
  return Buffer.from([0xff, 0xd8, ...jfif, ...extra, ...frame, ...scan, 0xff, 0xd9])
}

/** Where and with what a picture was taken. */
export const exifSegment = [0xff, 0xe1, 0, 10, 0x45, 0x78, 0x69, 0x66, 0, 0, 0, 0]
