import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { catalogs } from '../../build/catalogs.ts'

const web = join(import.meta.dirname, '../..')

/** `vite --config src/testing/vite.config.ts`, then open /src/testing/fake.html: the app on a made-up world. */
export default defineConfig({
  root: web,
  plugins: [react(), catalogs()],
  server: { host: '127.0.0.1' },
  appType: 'mpa',
})
