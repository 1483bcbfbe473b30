import { existsSync, readdirSync, readFileSync } from 'node:fs'

/** Where distributions put it; the first that is there is taken. */
const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** The browser to start: the one that was named, else the machine's own; undefined when it is not there. */
export function findChromium(named: string | undefined): string | undefined {
  return (named === undefined ? places : [named]).find((path) => existsSync(path))
}

/** One sentence with the remedy. */
export function chromiumMissing(named: string | undefined): string {
  return named === undefined
    ? 'WhatsApp Web needs Chromium and there is none: install it ("apt-get install chromium") or name it in WHATSAPP_WEB_CHROMIUM'
    : 'WHATSAPP_WEB_CHROMIUM names a file that is not there: correct it, or leave it empty for the browser of this machine'
}

/** Small machines have little shared memory and no graphics; the rest of what a browser does by itself is of no use here. */
export function chromiumArguments(extra: readonly string[]): string[] {
  // the sandbox refuses to run for root; "docs/channels.md" asks for a user of its own
  const isRoot = process.getuid?.() === 0
  return [
    ...(isRoot ? ['--no-sandbox'] : []),
    '--disable-dev-shm-usage',
    '--disable-gpu',
    '--disable-extensions',
    '--no-first-run',
    '--mute-audio',
    ...extra,
  ]
}

/**
 * Bytes of memory that the browser and its children take, shared pages counted once. Undefined where it cannot be told
 * (only Linux says it).
 */
export function memoryOf(browserPid: number | undefined): number | undefined {
  if (browserPid === undefined || !existsSync('/proc/self/smaps_rollup')) return undefined
  let total = 0
  for (const pid of familyOf(browserPid)) {
    // a process may end while we look
    const rollup = readOrEmpty(`/proc/${pid}/smaps_rollup`)
    total += Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0) * 1024
  }
  return total
}

function familyOf(pid: number): readonly number[] {
  const children = new Map<number, number[]>()
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue
    // the second field is the program's name in brackets and may hold spaces
    const parent = Number(/^\d+ \(.*\) \S (\d+)/s.exec(readOrEmpty(`/proc/${entry}/stat`))?.[1])
    children.set(parent, [...(children.get(parent) ?? []), Number(entry)])
  }
  const family = [pid]
  for (let i = 0; i < family.length; i += 1) family.push(...(children.get(family[i]!) ?? []))
  return family
}

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
