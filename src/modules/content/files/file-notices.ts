import { defineCategory, SharedFacts } from '../../communication/notifications';

/** In place of `sharing.shared`, for files. */
export const FILE_SHARED = defineCategory<SharedFacts>('files.shared', {
  sentence: { en: 'Somebody shares a file with me.', es: 'Alguien comparte un archivo conmigo.' },
  texts: {
    en: ({ by, title }) => ({
      title: `${by ?? 'Somebody'} shares “${title}” with you`,
      body: 'It is among the files that are shared with you.',
    }),
    es: ({ by, title }) => ({
      title: `${by ?? 'Alguien'} comparte «${title}» contigo`,
      body: 'Está entre los archivos que se comparten contigo.',
    }),
  },
});
