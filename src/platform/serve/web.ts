import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { unseen } from '../../kernel/refusal.ts'
import type { Boot } from '../../web/boot.ts'
import { publicAssets } from '../page/assets.ts'
import { contentSecurityPolicy, nonce } from './headers.ts'
import { answerProblem, type Edge } from './edge.ts'

export const webFolder = join(import.meta.dirname, '../../../dist/web')

/** The application behind `/app/`, its files, the files of the public pages, and what is not found. */
export async function addWeb(app: FastifyInstance, edge: Edge): Promise<void> {
  for (const [name, asset] of Object.entries(publicAssets())) {
    const tag = `"${createHash('sha256').update(asset.body).digest('base64url').slice(0, 22)}"`
    app.route({
      method: 'GET',
      url: `/assets/${name}`,
      config: { guard: 'anyone' },
      handler: (request, reply) => {
        reply.header('etag', tag).header('cache-control', 'public, max-age=300, must-revalidate').type(asset.type)
        return request.headers['if-none-match'] === tag ? reply.status(304).send() : reply.send(asset.body)
      },
    })
  }

  const built = existsSync(join(webFolder, 'index.html'))
  const index = built ? readFileSync(join(webFolder, 'index.html'), 'utf8') : null
  if (built) {
    await app.register(async (files) => {
      files.addHook('onRoute', (route) => void (route.config = { ...route.config, guard: 'anyone' }))
      await files.register(fastifyStatic, {
        root: join(webFolder, 'assets'), prefix: '/app/assets/', decorateReply: false, index: false,
        preCompressed: true, immutable: true, maxAge: 31_536_000_000,
      })
    })
  }

  app.route({
    method: 'GET',
    url: '/app/*',
    config: { guard: 'anyone' },
    handler: async (request, reply) => {
      if (!index) return answerProblem(reply, request, edge.tools, unseen())
      const boot: Boot = {
        lang: request.lang,
        mode: request.mode,
        site: await edge.siteOf(),
        actor: request.signed?.stage === 'full' ? request.signed.actor : null,
      }
      const styleNonce = nonce()
      // `<` in the data must not end the script element.
      const json = JSON.stringify(boot).replaceAll('<', '\\u003c')
      return reply
        .header('cache-control', 'no-store')
        .header('content-security-policy', contentSecurityPolicy(styleNonce))
        .type('text/html; charset=utf-8')
        .send(index.replaceAll('__NONCE__', styleNonce).replace('__BOOT__', () => json).replace('__LANG__', request.lang === 'zh' ? 'zh-CN' : 'en'))
    },
  })
  app.get('/app', { config: { guard: 'anyone' } }, (_request, reply) => reply.redirect('/app/', 303))

  app.setNotFoundHandler((request, reply) => {
    const wantsPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html')
    if (wantsPage && !request.url.startsWith('/api/')) return reply.redirect('/not-found', 303)
    return answerProblem(reply, request, edge.tools, unseen())
  })
}
