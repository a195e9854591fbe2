import type { ProductFamily } from '../family';

export const music: readonly ProductFamily[] = [
  {
    name: 'Soprano recorder, {model}, {option} fingering',
    description:
      'Recorder with a clear, easy response for the first lessons, with cotton bag, cleaning rod and fingering chart.',
    priceMinor: { plastic: 990, 'pear wood': 3990 },
    options: ['German', 'baroque'],
  },
  {
    name: 'Alto recorder, {model}',
    description: 'Baroque-fingered alto with double holes and a full low register for ensembles.',
    priceMinor: { plastic: 2990, maple: 11900 },
  },
  {
    name: 'Classical guitar {model}, {option}',
    description:
      'Nylon-string guitar with a spruce top, mahogany back and a slim neck that small hands can reach around.',
    priceMinor: { '1/2 size': 8900, '3/4 size': 9900, 'full size': 12900 },
    options: ['natural', 'honey'],
  },
  {
    name: 'Steel-string guitar, {model}',
    description: 'Dreadnought with a solid spruce top and rosewood fingerboard; loud enough to lead a singing class.',
    priceMinor: { student: 15900, 'with pickup': 24900 },
  },
  {
    name: 'Ukulele, {model}, {option}',
    description: 'Four-string ukulele with geared tuners and low action; stays in tune through the lesson.',
    priceMinor: { soprano: 3490, concert: 5990, tenor: 7990 },
    options: ['mahogany', 'sky blue'],
  },
  {
    name: 'Violin outfit {model}',
    description:
      'Student violin with spruce top and maple back, set up with fine tuners, bow, rosin and a light shaped case.',
    priceMinor: { '1/4 size': 14900, '1/2 size': 14900, '3/4 size': 15900, '4/4 size': 16900 },
  },
  {
    name: 'Cello outfit {model}',
    description: 'Carved student cello with ebony fingerboard, bow and padded bag with backpack straps.',
    priceMinor: { '1/2 size': 54900, '4/4 size': 64900 },
  },
  {
    name: 'Digital piano, 88 keys, {option}',
    description: 'Weighted hammer action, two headphone sockets for duet practice and a built-in metronome.',
    priceMinor: 54900,
    options: ['black', 'white'],
  },
  {
    name: 'Portable keyboard, {model}',
    description:
      'Touch-sensitive keyboard with built-in speakers, recording and a lesson function. Runs on batteries too.',
    priceMinor: { '49 keys': 9900, '61 keys': 15900 },
  },
  {
    name: 'Trumpet in B flat, {model}',
    description:
      'Lacquered brass trumpet with stainless valves and an easy response, in a sturdy case with mouthpiece.',
    priceMinor: { student: 29900, 'compact, for children': 34900 },
  },
  {
    name: 'Clarinet in B flat, {model}',
    description: 'Clarinet with silver-plated keys, adjustable thumb rest and a reed to start with.',
    priceMinor: { 'resin body': 27900, 'grenadilla body': 69900 },
  },
  {
    name: 'Clarinet reeds, strength {model}, box of 10',
    description: 'Filed French-cut cane reeds, sorted by hand for an even response.',
    priceMinor: { '1.5': 2190, '2': 2190, '2.5': 2190 },
  },
  {
    name: 'Xylophone, {model}',
    description:
      'Padauk bars on a solid pine resonator with removable notes for pentatonic playing; two mallets included.',
    priceMinor: { 'soprano, diatonic': 11900, 'alto, diatonic': 18900, 'bass, diatonic': 44900 },
  },
  {
    name: 'Glockenspiel, {model}',
    description: 'Steel bars with a bright, exact tone and engraved note names in a wooden frame.',
    priceMinor: { '12 notes': 2490, '25 notes, chromatic': 5990 },
  },
  {
    name: 'Cajón, {model}, {option}',
    description: 'Birch box drum with adjustable snare strings: deep bass in the middle, crisp slap at the edge.',
    priceMinor: { junior: 5990, 'full size': 9900 },
    options: ['natural', 'dark stain'],
  },
  {
    name: 'Djembé, {model}',
    description: 'Rope-tuned mahogany djembé with a goatskin head and rubber foot.',
    priceMinor: { '8-inch': 5490, '12-inch': 12900 },
  },
  {
    name: 'Frame drum {model}',
    description: 'Tunable hand drum with a natural skin on a bent beech frame; beater included.',
    priceMinor: { '20 cm': 1690, '30 cm': 2790 },
  },
  {
    name: 'Percussion set for {model}',
    description: 'Tambourines, triangles, maracas, claves and bells in a carrying bag with a rhythm booklet.',
    priceMinor: { '8 players': 5490, '25 players': 14900 },
  },
  {
    name: 'Music stand, {model}, {option}',
    description: 'Height-adjustable stand with a desk that tilts and holds open a thick score.',
    priceMinor: { folding: 1490, orchestra: 3990 },
    options: ['black', 'nickel'],
  },
  {
    name: 'Metronome, {model}',
    description: 'Keeps 40 to 208 beats a minute with a clear click and an optional bell on the first beat.',
    priceMinor: { 'digital clip-on': 1690, 'wind-up, wooden case': 5490 },
  },
  {
    name: 'Guitar strings, {option}, {model} tension',
    description: 'Set of six strings with a balanced tone and quick settling. Vacuum-packed against tarnish.',
    priceMinor: { normal: 890, high: 950 },
    options: ['nylon', 'phosphor bronze'],
  },
  {
    name: 'Études for {option}, volume {model}',
    description: 'Forty short études in order of difficulty with fingerings and practice notes. Large clear engraving.',
    priceMinor: { '1': 1690, '2': 1890 },
    options: ['piano', 'violin', 'flute', 'guitar'],
  },
  {
    name: 'Manuscript book A4, {model}',
    description: 'Acid-free cream paper with twelve staves a page; takes pencil well and rubs out cleanly.',
    priceMinor: { '32 pages': 390, '96 pages, spiral-bound': 790 },
  },
  {
    name: 'Song book for school choirs, {model}',
    description: 'Sixty songs in two and three parts, from Noël carols to summer evenings, with guitar chords.',
    priceMinor: { "singer's edition": 990, 'piano edition': 2490 },
  },
];
