import { writeFileSync } from 'node:fs'

import { changeRules } from '../src/judge/judge-changes.ts'
import { runRules } from '../src/judge/judge-run.ts'
import { rules } from '../src/judge/judge.ts'
import { renderRules } from '../src/judge/rule-reference.ts'

writeFileSync(new URL('../RULES.md', import.meta.url), renderRules([...rules, ...changeRules, ...runRules]))
