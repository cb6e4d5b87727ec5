import tailwind from '@tailwindcss/vite'
import optimizeLocales from '@react-aria/optimize-locales-plugin'
import react from '@vitejs/plugin-react'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { defineConfig, type EnvironmentOptions, type Plugin } from 'vite'

const here = import.meta.dirname

/**
 * The program is four bundles: the page, Electron's main process, its preload script and the service.
 * `vite build --app` makes all of them; `vite` alone serves the page during development.
 */
export default defineConfig({
  root: resolve(here, 'renderer'),
  base: '/',
  publicDir: false,
  plugins: [
    react(),
    tailwind(),
    verifyPage(),
    // React Aria ships 34 languages and no Persian: one of its own is kept, ours is set in renderer/i18n/reactAria.ts.
    { ...optimizeLocales.vite({ locales: ['en-US'] }), applyToEnvironment: (environment) => environment.name === 'client' },
  ],
  build: {
    target: 'esnext',
    emptyOutDir: true,
    sourcemap: false,
    // The content security policy allows no inline script and no data: font.
    modulePreload: { polyfill: false },
    assetsInlineLimit: (file) => (file.endsWith('.woff2') ? false : undefined),
    chunkSizeWarningLimit: 900,
  },
  environments: {
    client: { build: { outDir: resolve(here, 'dist/renderer') } },
    main: program('main', { main: 'electron/main/main.ts' }),
    preload: program('preload', { preload: 'electron/preload/preload.ts' }, 'cjs'),
    service: program('service', { utility: 'electron/launch/utility.ts', http: 'electron/launch/http.ts' }),
  },
  builder: {
    async buildApp(builder) {
      for (const name of ['client', 'main', 'preload', 'service']) {
        const environment = builder.environments[name]
        if (environment !== undefined) await builder.build(environment)
      }
    },
  },
})

/** The verifier's page goes beside the service, which puts each proof that it exports into a copy of it. */
function verifyPage(): Plugin {
  return {
    name: 'pishkhan:verify-page',
    applyToEnvironment: (environment) => environment.name === 'service',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'verify.html', source: readFileSync(resolve(here, 'docs/verify.html')) })
    },
  }
}

/** A bundle that runs outside the page: everything in one folder but Node's own modules, Electron and the native database. */
function program(name: string, entries: Record<string, string>, format: 'es' | 'cjs' = 'es'): EnvironmentOptions {
  const input = Object.fromEntries(Object.entries(entries).map(([entry, file]) => [entry, resolve(here, file)]))
  return {
    consumer: 'server',
    resolve: { noExternal: true, external: ['electron', 'better-sqlite3'], conditions: ['node', 'import', 'module', 'default'] },
    build: {
      outDir: resolve(here, 'dist', name),
      minify: false,
      rolldownOptions: { input, external: [/^node:/], output: { format, entryFileNames: format === 'cjs' ? '[name].cjs' : '[name].js' } },
    },
  }
}
