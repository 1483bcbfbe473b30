// May the bot begin here, and if not, when: for instants of three years in places of both zones, with the shipped calendar.
// Prints one line of JSON.
import { mayStart } from '../src/domain/calendar.ts'
import { calendar, dawang, loura } from '../tests/domain/cast.ts'

const from = Date.UTC(2024, 0, 1)
const instants = Array.from({ length: 100_000 }, (_, i) => from + i * 947_000)
let silent = 0
for (const at of instants.slice(0, 5_000)) mayStart(at, dawang, calendar)
let slowest = 0
const used = process.cpuUsage()
for (const at of instants)
  for (const place of [dawang, loura]) {
    const began = performance.now()
    if (!mayStart(at, place, calendar).allowed) silent += 1
    slowest = Math.max(slowest, performance.now() - began)
  }
const { user, system } = process.cpuUsage(used)
const asked = instants.length * 2
console.log(JSON.stringify({ asked, silent, cpuUs: (user + system) / asked, slowestUs: Math.round(slowest * 1_000) }))
