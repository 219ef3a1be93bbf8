import { isDeepStrictEqual } from 'node:util'

import { parseIssues } from '../../../src/deliver/issue-answers.ts'
import { parseMarker, renderMarker } from '../../../src/model/issue-marker.ts'
import { historyLimits } from '../../../src/model/limits.ts'
import { runKind } from '../../../src/runner/event.ts'
import { isHistoryFileName, monitorSlug } from '../../../src/runner/history-folder.ts'
import { parseArtifacts, parseFirstParent, parseRun } from '../../../src/runner/rest-answers.ts'
import { inSentence } from '../../../src/runner/toolkit.ts'
import { readZip } from '../../../src/runner/zip.ts'
import { Malformed } from '../../../src/wire/malformed.ts'
import { answerOf, demand, type Subject } from '../subject.ts'

function parsed(input: Buffer): unknown {
  try {
    return JSON.parse(input.toString('utf8'))
  } catch {
    return input.toString('utf8')
  }
}

const events = [
  'pull_request',
  'pull_request_target',
  'workflow_run',
  'push',
  'schedule',
  'merge_group',
] as const

/** A payload that is not as GitHub writes it may take rights away, and never give any. */
function kindsOf(payload: unknown): void {
  const given = typeof payload === 'object' && payload !== null ? payload : {}
  for (const event of events) {
    const { kind } = runKind({ event, ref: 'refs/heads/main', actor: 'octocat', payload: given })
    const outside = event.startsWith('pull_request') || event === 'merge_group'
    demand(!outside || kind !== 'delivers', `${event} may tell people`)
    demand(event !== 'pull_request_target' || kind === 'refused', 'pull_request_target is not refused')
  }
}

/** What GitHub's runner, its services and its people write. */
export const githubSubjects: readonly Subject[] = [
  {
    name: 'zip',
    room: 'runner',
    shape: 'octets',
    words: ['PK\u0001\u0002', 'PK\u0003\u0004', 'PK\u0005\u0006', '../', 'certificate_history/', '.json'],
    check(input) {
      const limits = { ...historyLimits, fileBytes: 1024 * 1024, totalBytes: 4 * 1024 * 1024 }
      const files = answerOf(() => [...readZip(input, () => true, limits)], Malformed) ?? []
      const octets = files.reduce((sum, { bytes }) => sum + bytes.length, 0)
      demand(octets <= limits.totalBytes, 'more than is allowed came out of an archive')
      demand(new Set(files.map(({ name }) => name)).size === files.length, 'a name twice')
      for (const { name } of files)
        demand(
          !isHistoryFileName(name) || /^[^/\\.][^/\\]*$/u.test(name),
          'a path passes for a file of the history',
        )
    },
  },
  {
    name: 'event',
    room: 'runner',
    shape: 'json',
    words: [
      'pull_request',
      'workflow_run',
      'event',
      'head',
      'repo',
      'full_name',
      'default_branch',
      'main',
      'fork',
    ],
    check: (input) => kindsOf(parsed(input)),
  },
  {
    name: 'rest-answers',
    room: 'runner',
    shape: 'json',
    words: [
      'artifacts',
      'workflow_run',
      'head_repository_id',
      'size_in_bytes',
      'parents',
      'sha',
      '0'.repeat(40),
    ],
    check(input) {
      const answer = parsed(input)
      const artifacts = answerOf(() => parseArtifacts(answer), Malformed) ?? []
      for (const { id, runId, sizeBytes } of artifacts)
        demand(
          Number.isSafeInteger(id) && Number.isSafeInteger(runId) && !Number.isNaN(sizeBytes),
          'an artifact that is none',
        )
      parseRun(answer)
      const parent = answerOf(() => parseFirstParent(answer), Malformed)
      demand(parent === undefined || parent === null || /^[0-9a-f]+$/u.test(parent), 'a commit that is none')
      inSentence(input.toString('utf8'))
    },
  },
  {
    name: 'issues-answer',
    room: 'deliver',
    shape: 'json',
    words: ['number', 'state', 'open', 'closed', 'pull_request', 'body', 'user', 'login', 'closed_at'],
    check(input) {
      for (const { number, closedAt } of parseIssues(parsed(input)) ?? []) {
        demand(Number.isSafeInteger(number) && number > 0, 'an issue without a number')
        demand(closedAt === null || !Number.isNaN(closedAt.getTime()), 'closed at no time')
      }
    },
  },
  {
    name: 'issue-marker',
    room: 'model',
    shape: 'text',
    words: [
      '<!-- certificate-monitor {',
      '} -->',
      '"members":[',
      '"monitor":"',
      '"key":"',
      '-->',
      '<!--',
      '\\u002d',
    ],
    check(input) {
      const body = input.toString('utf8')
      const marker = parseMarker(body)
      if (marker !== null) {
        const written = renderMarker(marker)
        const members = parseMarker(written)?.members ?? []
        const again = parseMarker(written)
        demand(again !== null, 'a marker that is not found again')
        demand(
          isDeepStrictEqual({ ...again, members: marker.members }, marker),
          'a marker that says something else',
        )
        demand(
          isDeepStrictEqual(members, marker.members.slice(0, members.length)),
          'a marker with other members',
        )
      }
      const ours = renderMarker({
        monitor: body.slice(0, 500),
        key: body.slice(0, 500),
        title: '',
        digest: '',
        closed: false,
        config: null,
        members: [],
      })
      demand(ours.indexOf('-->') === ours.length - 3 && /^[ -~]+$/u.test(ours), 'a marker that ends early')
      demand(parseMarker(ours)?.monitor === body.slice(0, 500), 'a monitor of another name')
      demand(/^[a-z0-9-]{1,60}$/u.test(monitorSlug(body)), 'a folder of a strange name')
    },
  },
]
