import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = `http://127.0.0.1:${process.env.HEADGATE_PORT ?? '3000'}`;

/** The API serves what `build` makes; `dev` serves the sources and passes everything under /api on to it. */
export default defineConfig({
  plugins: [react()],
  // The browsers are those that know CSS `light-dark()` themselves: rewritten, it follows no switch of ours.
  build: {
    outDir: 'dist',
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
  },
  server: { host: '127.0.0.1', proxy: { '/api': api, '/open311': api } },
});
