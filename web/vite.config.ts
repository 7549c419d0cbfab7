import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { catalogs } from './build/catalogs.ts'
import { leanLocales } from './build/lean-locales.ts'
import { serviceWorker } from './build/service-worker.ts'

export default defineConfig({
  base: '/',
  plugins: [react(), catalogs(), leanLocales(), serviceWorker()],
  build: {
    target: ['chrome123', 'edge123', 'firefox121', 'safari17.5'],
    outDir: 'dist',
    emptyOutDir: true,
    // The server's policy allows pictures as data, but nothing is saved by it here.
    assetsInlineLimit: 0,
    reportCompressedSize: true,
    // How long plugins took is no concern of whoever starts the server.
    rolldownOptions: { checks: { pluginTimings: false } },
  },
})
