import type { ProductFamily } from '../family';

export const art: readonly ProductFamily[] = [
  {
    name: 'Acrylic paint {model}, {option}',
    description:
      'Heavy-bodied acrylic with a satin finish that keeps the brush stroke. Lightfast, water-thinnable, waterproof once dry.',
    priceMinor: { '75 ml tube': 490, '250 ml pot': 1150, '1 litre bottle': 2990 },
    options: ['titanium white', 'ivory black', 'primary yellow', 'cadmium red hue', 'ultramarine', 'burnt sienna'],
  },
  {
    name: 'Watercolour set, {model}',
    description:
      'Bright pans that dissolve at the first touch of a wet brush, in a metal box whose lid is the mixing palette.',
    priceMinor: { '12 half pans': 1890, '24 half pans': 3250, '48 half pans': 5900 },
  },
  {
    name: 'Oil paint 40 ml, {option}',
    description: 'Student-grade oil colour ground in linseed oil, buttery under the knife and even in drying.',
    priceMinor: 690,
    options: ['zinc white', 'Prussian blue', 'sap green', 'yellow ochre', 'alizarin crimson'],
  },
  {
    name: 'Ready-mix tempera {model}, {option}',
    description:
      'Creamy washable poster paint for young classes; covers paper, wood and papier-mâché and rinses out of aprons.',
    priceMinor: { '500 ml': 499, '1 litre': 799 },
    options: ['white', 'black', 'yellow', 'red', 'blue', 'green'],
  },
  {
    name: 'Gouache set, {model}',
    description:
      'Opaque matt colours for posters, illustration and design lessons. Each cup can be bought again and replaced.',
    priceMinor: { '12 cups': 1290, '24 cups': 2290 },
  },
  {
    name: 'Round brush, {option}, {model}',
    description:
      'Brush with a fine point and a seamless ferrule on a lacquered birch handle. Suits watercolour, ink and gouache.',
    priceMinor: { 'size 2': 249, 'size 6': 375, 'size 12': 690 },
    options: ['synthetic', 'goat hair'],
  },
  {
    name: 'Flat bristle brush, {model}',
    description: 'Hog-bristle brush with a long handle for acrylic and oil; springy enough for thick paint.',
    priceMinor: { 'size 4': 290, 'size 10': 475, 'size 20': 850 },
  },
  {
    name: 'Classroom brush set, {model}',
    description:
      'Short-handled round and flat brushes in a tin, sized for small hands and easy to count at the end of the lesson.',
    priceMinor: { '10 brushes': 1190, '50 brushes': 4490 },
  },
  {
    name: 'Watercolour pad {model}, 300 g/m²',
    description:
      'Cold-pressed paper with a fine tooth, glued on one side, that stays flat under wet washes. 12 sheets.',
    priceMinor: { A5: 650, A4: 1090, A3: 1890 },
  },
  {
    name: 'Sketch pad {model}, 120 g/m², {option}',
    description:
      'Acid-free drawing paper for pencil, charcoal and pen, on a stiff board to lean on outdoors. 60 sheets.',
    priceMinor: { A5: 490, A4: 850, A3: 1490 },
    options: ['white', 'crème'],
  },
  {
    name: 'Stretched canvas {model}',
    description:
      'Cotton canvas of 280 g/m², primed three times with gesso and stapled at the back of a 2 cm pine frame.',
    priceMinor: { '20 × 30 cm': 599, '40 × 50 cm': 1150, '60 × 80 cm': 2190, '100 × 120 cm': 4900 },
  },
  {
    name: 'Coloured pencils, {model}',
    description:
      'Soft thick-lead pencils that blend well and sharpen without splintering. The colour number is stamped on each barrel.',
    priceMinor: { 'set of 12': 699, 'set of 24': 1299, 'set of 72 in a tin': 4490 },
  },
  {
    name: 'Oil pastels, {model}',
    description:
      'Creamy sticks for paper, card and wood. Colours can be layered, scratched and blended with a fingertip.',
    priceMinor: { 'set of 12': 450, 'set of 48': 1490 },
  },
  {
    name: 'Charcoal for drawing, {model}',
    description: 'Natural willow charcoal, deep black and easy to smudge, for figure studies and large sheets.',
    priceMinor: { '10 thin sticks': 490, '6 thick sticks': 790 },
  },
  {
    name: 'Modelling clay {model}, {option}',
    description: 'Fine air-drying clay that needs no kiln; hardens in a day and can then be sanded and painted.',
    priceMinor: { '500 g': 425, '1 kg': 690, '10 kg': 4990 },
    options: ['white', 'terracotta'],
  },
  {
    name: 'Lino cutting set with {model}',
    description:
      'Wooden handle with interchangeable steel gouges and a safety board for a first course in relief printing.',
    priceMinor: { '5 blades': 1250, '10 blades and roller': 2790 },
  },
  {
    name: 'Block printing ink {model}, {option}',
    description: 'Water-based ink with a smooth tack for lino and wood blocks. Cleans up with soap.',
    priceMinor: { '100 ml': 790, '250 ml': 1490 },
    options: ['black', 'vermilion', 'Prussian blue'],
  },
  {
    name: 'Table easel {model}',
    description: 'Folding easel of oiled beech with an adjustable slope that holds boards up to 60 cm high.',
    priceMinor: { 'without drawer': 2490, 'with drawer': 4490 },
  },
  {
    name: 'Studio easel {model}',
    description: 'Stable H-frame easel of beech with a ratchet tray and a tilting mast, for canvases up to 120 cm.',
    priceMinor: { 'with fixed feet': 8900, 'with castors and crank': 18900 },
  },
  {
    name: 'Papier-mâché kit {model}',
    description: 'Paper pulp, paste, two wire shapes and a leaflet of ideas for masks, bowls and animals.',
    priceMinor: { 'for 4 pupils': 1290, 'for a class of 25': 5990 },
  },
  {
    name: 'Appliqué felt sheets {model}',
    description: 'Soft coloured felt for appliqué, puppets and banners; cuts without fraying. Twelve colours per pack.',
    priceMinor: { '20 × 30 cm, 24 sheets': 990, '30 × 45 cm, 24 sheets': 1690 },
  },
  {
    name: 'Découpage glue and varnish {model}',
    description: 'Glue and clear coat in one for découpage on wood, glass and card. Dries matt within half an hour.',
    priceMinor: { '100 ml': 550, '250 ml': 990 },
  },
];
