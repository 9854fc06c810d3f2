/** One configuration for the three tiers; scripts/test.mjs picks the tier by the file's name. */
export default {
  rootDir: '.',
  testEnvironment: 'node',
  testMatch: ['<rootDir>/{libs,apps,scripts,bench,chaos}/**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        swcrc: false,
        jsc: {
          target: 'es2024',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
        },
        module: { type: 'es6' },
      },
    ],
  },
  // Workspaces are linked into node_modules but are sources: only what really lies there is left alone.
  transformIgnorePatterns: ['/node_modules/'],
  testTimeout: 30_000,
};
