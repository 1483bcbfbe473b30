// The import table of docs/architecture.md, checked by dependency-cruiser. A run that saw no modules is a failure:
// dependency-cruiser reports success on 0 modules when it cannot read the TypeScript it is given.

import { createRequire } from 'node:module'
import { cruise, type ICruiseOptions, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'

const config = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as {
  forbidden: IForbiddenRuleType[]
  options: ICruiseOptions
}
const result = await cruise(
  ['src'],
  { ...config.options, ruleSet: { forbidden: config.forbidden }, validate: true },
  undefined,
  {
    tsConfig: extractTSConfig('tsconfig.json'),
  },
)
const { summary } = result.output as ICruiseResult
for (const v of summary.violations) console.error(`${v.rule.name}: ${v.from} -> ${v.to}`)
if (summary.totalCruised < 50) {
  console.error(`import table: only ${summary.totalCruised} modules were seen, which means that the check did not work`)
  process.exit(1)
}
console.log(`import table: ${summary.totalCruised} modules, ${summary.violations.length} violations`)
if (summary.violations.some((v) => v.rule.severity === 'error')) process.exit(1)
