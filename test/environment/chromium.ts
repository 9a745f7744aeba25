import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Browser, chromium as playwright } from 'playwright-core'

/** A Chromium that runs on this machine, with the environment it needs. */
type Chromium = { readonly path: string; readonly env: Record<string, string> }

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts Chromium without a window. The caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  const { path, env } = await chromium()
  return playwright.launch({
    executablePath: path,
    args: quiet,
    env: { ...process.env, ...env } as Record<string, string>,
  })
}

/** The Chromium named in TEST_CHROMIUM, else the one of the machine when there is one, else the one that npm brought. */
async function chromium(): Promise<Chromium> {
  const path = process.env.TEST_CHROMIUM ?? '/usr/bin/chromium'
  if (existsSync(path)) return { path, env: {} }
  if (process.platform !== 'linux') throw new Error('npm brings Chromium for Linux only: name one in TEST_CHROMIUM')
  return packagedChromium()
}

/**
 * The Chromium of the package `@sparticuz/chromium` , unpacked once per version, with the libraries that a
 * machine without a desktop lacks.
 */
async function packagedChromium(): Promise<Chromium> {
  const packageFolder = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..')
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'))
  const account = process.getuid?.() ?? 0
  const folder = join(tmpdir(), `slagvaardig-chromium-${version}-${account}`)
  if (!existsSync(folder)) await unpack(join(packageFolder, 'bin'), folder)
  if (statSync(folder).uid !== account) throw new Error(`${folder} belongs to another account: remove it`)
  return {
    path: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_FILE: join(folder, 'fonts.conf') },
  }
}

async function unpack(archives: string, folder: string): Promise<void> {
  const unfinished = mkdtempSync(`${folder}-unpacking-`)
  // The package unpacks to fixed names in the temporary folder of the process.
  const temporary = process.env.TMPDIR
  process.env.TMPDIR = unfinished
  try {
    const { default: packaged, inflate } = await import('@sparticuz/chromium')
    await packaged.executablePath(archives)
    await inflate(join(archives, 'al2023.tar.br'))
  } finally {
    if (temporary === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = temporary
  }
  // Its own font settings name folders of the cloud service it was made for.
  mkdirSync(join(unfinished, 'font-cache'))
  writeFileSync(
    join(unfinished, 'fonts.conf'),
    `<fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/font-cache</cachedir></fontconfig>`,
  )
  try {
    renameSync(unfinished, folder)
  } catch (fault) {
    // Another run was first.
    rmSync(unfinished, { recursive: true })
    if (!existsSync(folder)) throw fault
  }
}
