// Every path that the documentation names exists. Guides rot when files move: this makes the rot a failing check.
import { existsSync, globSync, readFileSync } from 'node:fs'

const documents = ['README.md', 'CHANGELOG.md', ...globSync('docs/**/*.md')]
const named = /`((?:\.ci|bench|docs|flows|locales|prisma|scripts|src|tests)\/[\w./*<>-]+)`/g
const made = /^(src\/generated)/

let missing = 0
for (const document of documents) {
  readFileSync(document, 'utf8')
    .split('\n')
    .forEach((line, index) => {
      for (const [, path] of line.matchAll(named)) {
        // `<…>` and `*` stand for a name that the reader fills in: what is before must exist
        const fixed = path!.split(/[<*]/)[0]!
        const target = fixed === path ? path : fixed.slice(0, fixed.lastIndexOf('/') + 1)
        if (made.test(target) || existsSync(target)) continue
        console.error(`${document}:${index + 1}: there is no ${path}`)
        missing++
      }
    })
}
console.log(`documents: ${documents.length} read, ${missing} paths missing`)
if (missing > 0) process.exit(1)
