// Three rules that the formatter's linter does not have: a forgotten await loses an answer without a trace, and a
// switch that misses a kind drops an event silently. Everything else is Biome's.
import tseslint from 'typescript-eslint'

export default [
  { ignores: ['node_modules', 'src/generated', 'data', 'out', '*.cjs', '*.js'] },
  {
    files: ['**/*.ts'],
    languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true } },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
]
