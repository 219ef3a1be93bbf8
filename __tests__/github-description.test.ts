import { expect, test } from 'vitest'

import { startServices } from './support/services.ts'
import { violations } from './support/services/description.ts'
import { type Answered, type Asked, json } from './support/services/loopback.ts'

const root = '/repos/owner/repository'
const sent = { 'content-type': 'application/json; charset=utf-8' }

function asked(request: string, body?: object, headers: Asked['headers'] = sent): Asked {
  const [method = '', path = ''] = request.split(' ')
  const url = new URL(path, 'http://127.0.0.1')
  return { method, url, headers, body: Buffer.from(body === undefined ? '' : JSON.stringify(body)) }
}

function query(text: string): Asked {
  return asked('POST /graphql', { query: text })
}

const label = { id: 1, node_id: 'L1', name: 'a', description: null, color: 'b60205', default: false }
const address = 'https://api.github.com/repos/owner/repository/labels/a'
const sarif = { commit_sha: 'a'.repeat(40), ref: 'refs/heads/main', sarif: '' }
const viewer = query('query { viewer { login } }')

test.each<[string, Asked, Answered]>([
  ['a label', asked(`GET ${root}/labels/a`), json({ ...label, url: address })],
  ['a refusal', asked(`GET ${root}/labels/a`), json({ message: 'Not Found' }, 404)],
  ['a limit, which each operation may meet', asked(`GET ${root}/labels/a`), json({ message: 'Wait' }, 429)],
  ['GitHub in trouble', asked(`GET ${root}/labels/a`), { status: 502, body: '<html></html>' }],
  ['no answer', asked(`GET ${root}/labels/a`), null],
  ['a path of several segments', asked(`GET ${root}/contents/a/b.yml`), json({ message: 'No' }, 404)],
  ['SARIF', asked(`POST ${root}/code-scanning/sarifs`, sarif), json({ id: '1', url: address }, 202)],
  ['where an artifact lies', asked(`GET ${root}/actions/artifacts/7/zip`), { status: 302 }],
  ['an account', viewer, json({ data: { viewer: { login: 'octocat' } } })],
  ['an account that is not told', viewer, json({ data: null, errors: [{ message: 'No' }] })],
])('GitHub’s descriptions have nothing against %s', (_, request, answer) => {
  expect(violations(request, answer)).toEqual([])
})

test.each<[string, Asked, Answered, string]>([
  ['an operation that was not cut out', asked(`DELETE ${root}`), null, 'no operation'],
  ['a path beyond an operation', asked(`GET ${root}/labels/a/b`), null, 'no operation'],
  ['a parameter nobody knows', asked(`GET ${root}/issues?creater=a`), null, 'no parameter creater'],
  ['a parameter twice', asked(`GET ${root}/issues?state=open&state=all`), null, 'stands there twice'],
  [
    'a value that is none',
    asked(`GET ${root}/issues?state=opened`),
    null,
    'state: data must be equal to one',
  ],
  ['a number that is none', asked(`GET ${root}/issues/seven`), null, 'issue_number: data must be integer'],
  ['a media type', asked(`GET ${root}/labels/a`, undefined, { accept: 'text/html' }), null, 'in text/html'],
  ['a body with a read', asked(`GET ${root}/labels/a`, {}), null, 'a body where none belongs'],
  ['a body without a name', asked(`POST ${root}/labels`, {}), null, "required property 'name'"],
  ['a body with more', asked(`POST ${root}/labels`, { name: 'a', hue: 1 }), null, 'body: no property hue'],
  ['a body called nothing', asked(`POST ${root}/labels`, { name: 'a' }, {}), null, 'a body not called'],
  [
    'SARIF of half a commit',
    asked(`POST ${root}/code-scanning/sarifs`, { ...sarif, commit_sha: 'abc' }),
    null,
    'must NOT have fewer than 40',
  ],
  [
    'SARIF of a branch by its short name',
    asked(`POST ${root}/code-scanning/sarifs`, { ...sarif, ref: 'main' }),
    null,
    'data/ref must match pattern',
  ],
  [
    'half an answer',
    asked(`GET ${root}/labels/a`),
    json(label),
    'answer 200: data must have required property',
  ],
  ['another status', asked(`GET ${root}/labels/a`), json({}, 201), 'answer 201: not described'],
  [
    'a refusal in numbers',
    asked(`GET ${root}/labels/a`),
    json({ message: 1 }, 429),
    'message must be string',
  ],
  ['an answer in no form', asked(`GET ${root}/labels/a`), { status: 200 }, 'not described as nothing'],
  ['an artifact on the spot', asked(`GET ${root}/actions/artifacts/7/zip`), json({}), 'answer 200: not'],
  ['a field GitHub lacks', query('query { viewer { name } }'), null, 'User has no field name'],
  ['an account as a leaf', query('query { viewer }'), null, 'query: User is asked for otherwise'],
  ['half a query', query('query { viewer { login }'), null, 'query: not read'],
  ['an account without a name', viewer, json({ data: { viewer: {} } }), "required property 'login'"],
  ['no error', viewer, json({ data: null, errors: [] }), 'must NOT have fewer than 1 items'],
])('GitHub’s descriptions refuse %s', (_, request, answer, words) => {
  expect(violations(request, answer)).toEqual([expect.stringContaining(words)])
})

test('a test whose program asks GitHub for what nobody described fails when its services close', async () => {
  const services = await startServices()
  const { GITHUB_API_URL: origin } = services.begin()
  const { status } = await fetch(`${origin}${root}/branches`, { headers: { authorization: 'token t' } })

  expect(status).toBe(404)
  await expect(services.close()).rejects.toThrow(
    `GET ${root}/branches: no operation of GitHub's description that was cut out for us`,
  )
})
