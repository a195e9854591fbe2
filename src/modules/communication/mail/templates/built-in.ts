import type { Locale } from '../../../../core/kernel/text';
import type { TemplateSource } from './render';

/** Templates that are there from the start; one of the same key that somebody publishes takes their place. */
export const BUILT_IN: Readonly<Record<string, Readonly<Record<Locale, TemplateSource>>>> = {
  welcome: {
    en: {
      subject: 'Welcome{% if name %}, {{ name }}{% endif %}',
      html:
        '<p>Hello{% if name %} {{ name }}{% endif %},</p>\n<p>your account is ready.</p>\n' +
        '{% if url %}<p><a href="{{ url }}">Open it</a></p>{% endif %}',
      text: null,
    },
    es: {
      subject: 'Te damos la bienvenida{% if name %}, {{ name }}{% endif %}',
      html:
        '<p>Hola{% if name %}, {{ name }}{% endif %}:</p>\n<p>tu cuenta está lista.</p>\n' +
        '{% if url %}<p><a href="{{ url }}">Ábrela</a></p>{% endif %}',
      text: null,
    },
  },
  'policy-created': {
    en: {
      subject: 'A new policy: {{ title | default: "untitled" }}',
      html:
        '<p>Hello{% if name %} {{ name }}{% endif %},</p>\n' +
        '<p>the policy “{{ title | default: "untitled" }}” has been created{% if author %} by {{ author }}{% endif %}.</p>\n' +
        '{% if url %}<p><a href="{{ url }}">Read it</a></p>{% endif %}',
      text: null,
    },
    es: {
      subject: 'Una política nueva: {{ title | default: "sin título" }}',
      html:
        '<p>Hola{% if name %}, {{ name }}{% endif %}:</p>\n' +
        '<p>se ha creado la política «{{ title | default: "sin título" }}»{% if author %}, de {{ author }}{% endif %}.</p>\n' +
        '{% if url %}<p><a href="{{ url }}">Léela</a></p>{% endif %}',
      text: null,
    },
  },
};
