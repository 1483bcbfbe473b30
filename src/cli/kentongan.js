#!/usr/bin/env node
// What `npx kentongan` starts. Plain JavaScript on purpose: a Node.js that cannot run TypeScript must still be able to
// say so in one sentence.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 24 || (major === 24 && minor < 7)) {
  process.stderr.write(
    `Kentongan needs Node.js 24.7 or newer, this is ${process.versions.node}: run "npm ci" in its folder, which brings one along on Linux, and start it with npx or npm.\n`,
  )
  process.exitCode = 2
} else {
  await import('../main.ts')
}
