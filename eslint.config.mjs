import tseslint from 'typescript-eslint';

const OUTSIDE_CORE = [
  {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: 'Only core/kernel/config reads the environment.',
  },
];

const RAW_LOCKS = ['Literal[value=/pg_(try_)?advisory/]', 'TemplateElement[value.raw=/pg_(try_)?advisory/]'].map(
  (selector) => ({
    selector,
    message: 'Advisory locks are taken by name: defineLock of core/data/database.',
  }),
);

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', '.data/**', 'coverage/**', 'src/**/pages/**', 'clients/*/src/schema.ts'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/consistent-type-exports': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'always'],
      'no-console': 'error',
    },
  },
  {
    // Components say what they are by what they return.
    files: ['web/src/**/*.ts', 'web/src/**/*.tsx'],
    rules: {
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      '@typescript-eslint/only-throw-error': 'off', // redirects of the router
      'no-restricted-syntax': [
        'error',
        { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: 'No HTML is made of data.' },
      ],
    },
  },
  {
    files: ['src/**/*.ts', 'test/**/*.ts'],
    ignores: ['src/core/data/database/locks.ts'],
    rules: { 'no-restricted-syntax': ['error', ...RAW_LOCKS] },
  },
  {
    files: ['src/modules/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...OUTSIDE_CORE, ...RAW_LOCKS],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            { name: '@nestjs/typeorm', message: 'Repositories come from Database.repo, inside the transaction.' },
            { name: 'typeorm', importNames: ['DataSource'], message: 'Use Database of core/data/database.' },
            { name: 'pg', message: 'Use Database of core/data/database.' },
            { name: 'ioredis', message: 'Use core/data/redis, core/data/cache or core/data/queues.' },
            { name: 'bull', message: 'Use core/data/queues.' },
          ],
        },
      ],
    },
  },
  {
    // Answers of the wire have no type of ours, and a test may read any part of them.
    files: ['test/**/*.ts', '**/*.spec.ts'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/explicit-module-boundary-types': 'off',
    },
  },
);
