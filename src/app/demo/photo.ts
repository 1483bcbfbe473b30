/** A small invented picture: green below, sky above, and the number in its colours, so that no two are the same file. */
export async function inventPhoto(number: number): Promise<Buffer> {
  const hue = (number * 47) % 360
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="240">
    <rect width="320" height="130" fill="hsl(205,60%,70%)"/>
    <rect y="130" width="320" height="110" fill="hsl(${hue},45%,40%)"/>
    <circle cx="${40 + ((number * 31) % 240)}" cy="55" r="24" fill="hsl(48,90%,60%)"/>
  </svg>`
  const { default: sharp } = await import('sharp')
  return sharp(Buffer.from(svg)).jpeg({ quality: 70 }).toBuffer()
}
