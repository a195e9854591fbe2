import { defineSettings, int } from '../../../core/kernel/config';

/** Variables of this module. */
export const {{pluralCamel}}Settings = defineSettings<{ titleMax: number }>({
  titleMax: int('{{PLURAL}}_TITLE_MAX', {
    default: 200,
    min: 1,
    max: 200,
    doc: 'How many characters the title of {{aSingularWords}} may have.',
  }),
});
