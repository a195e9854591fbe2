import type { ProductFamily } from '../family';

export const audioVideo: readonly ProductFamily[] = [
  {
    name: 'Projector, {model}',
    description:
      'Bright projector with a sealed light source, keystone correction and a quiet fan; readable with the blinds half open.',
    priceMinor: {
      'WXGA, 3,600 lumens': 42900,
      'full HD, 4,000 lumens': 64900,
      'ultra short throw, 3,500 lumens': 114900,
      'pocket size, 500 lumens': 24900,
    },
  },
  {
    name: 'Projection screen, {option}, {model}',
    description: 'Matt white screen with black border and even gain, rolled into a white metal case.',
    priceMinor: { '180 × 135 cm': 8900, '240 × 180 cm': 13900 },
    options: ['pull-down', 'on tripod'],
  },
  {
    name: 'Interactive display {model}',
    description:
      '4K touch display with 20 points of touch, tempered anti-glare glass and two pens. Writing and screen sharing without a computer.',
    priceMinor: { '65-inch': 179900, '75-inch': 229900, '86-inch': 299900 },
  },
  {
    name: 'Document camera, {model}',
    description:
      'Shows books, experiments and handwriting live on the projector. LED light, autofocus and one-button freeze.',
    priceMinor: { 'folding, 8 MP': 11900, 'gooseneck, 13 MP': 24900 },
  },
  {
    name: 'Webcam {model}',
    description:
      'USB camera with glass lens, privacy shutter and two microphones; clips on a screen or screws on a tripod.',
    priceMinor: { 'full HD': 3990, '2K with autofocus': 6990, '4K with wide angle': 12900 },
  },
  {
    name: 'Conference speakerphone, {model}',
    description: 'Round speaker with microphones on all sides and echo cancelling, for hybrid meetings in small rooms.',
    priceMinor: { 'for 4 people': 8990, 'for 10 people': 19900 },
  },
  {
    name: 'Headset with microphone, {model}, {option}',
    description:
      'Cushioned on-ear headset with flexible boom microphone and in-line volume for language labs and calls.',
    priceMinor: { 'wired USB': 2990, wireless: 7990 },
    options: ['mono', 'stereo'],
  },
  {
    name: 'Classroom headphones, {option}, {model}',
    description: 'Robust headphones with volume limited to 85 dB, wipe-clean cushions and a chew-proof cable.',
    priceMinor: { 'one pair': 1490, 'set of 10 in a case': 13900 },
    options: ['blue', 'grey'],
  },
  {
    name: 'Studio headphones, closed, {model}',
    description: 'Over-ear headphones with a neutral sound and replaceable velour pads for recording and editing.',
    priceMinor: { '38 ohm': 7900, '250 ohm': 12900 },
  },
  {
    name: 'Dynamic vocal microphone, {model}',
    description: 'Cardioid handheld microphone with a steel grille that forgives drops and suppresses handling noise.',
    priceMinor: { 'with cable': 4990, 'with switch and cable': 5490, 'set of 3 in a case': 12900 },
  },
  {
    name: 'Condenser microphone, {model}',
    description: 'Large-diaphragm microphone for speech, podcasts and instruments, with shock mount and pop screen.',
    priceMinor: { USB: 7990, XLR: 11900 },
  },
  {
    name: 'Wireless microphone system, {model}',
    description:
      'Receiver with automatic channel search and eight hours of battery life. For the assembly hall and guided tours.',
    priceMinor: { 'one handheld': 15900, 'one lapel': 16900, 'two handhelds': 27900 },
  },
  {
    name: 'Active loudspeaker {model}',
    description:
      'Two-way speaker with built-in amplifier, microphone input and a socket for a stand. Fills a gym with clear speech.',
    priceMinor: { '8-inch, 150 W': 17900, '12-inch, 400 W': 32900 },
  },
  {
    name: 'Portable PA on wheels, {model}',
    description:
      'Battery-powered speaker with trolley handle, two wireless microphones and music input for sports days and outings.',
    priceMinor: { '60 W': 19900, '120 W': 34900 },
  },
  {
    name: 'Audio mixer, {model}',
    description: 'Compact mixing desk with phantom power, three-band equaliser and USB recording.',
    priceMinor: { '6 channels': 11900, '12 channels': 24900 },
  },
  {
    name: 'Voice recorder, {model}',
    description: 'Stereo recorder for interviews, oral exams and minutes, with a clip and 36 hours of battery.',
    priceMinor: { '8 GB': 4990, '32 GB': 7990 },
  },
  {
    name: 'Camera tripod, {model}',
    description: 'Aluminium tripod with fluid pan head, quick-release plate and a spirit level. Folds to 60 cm.',
    priceMinor: { '150 cm': 3990, '180 cm with centre brace': 8990 },
  },
  {
    name: 'LED video light, {model}',
    description: 'Dimmable soft light with adjustable colour temperature for recordings and video calls.',
    priceMinor: { 'clip-on': 2490, 'panel with stand': 6990, 'two panels with stands': 12900 },
  },
  {
    name: 'Green screen, {model}',
    description: 'Crease-resistant chroma backdrop of dense polyester for video projects in class.',
    priceMinor: { 'cloth, 2 × 3 m': 3490, 'pull-up, 150 × 200 cm': 11900 },
  },
  {
    name: 'Microphone cable XLR, {model}',
    description: 'Shielded balanced cable with soldered metal plugs and a flexible matt jacket.',
    priceMinor: { '3 m': 990, '6 m': 1390, '15 m': 2490 },
  },
  {
    name: 'Microphone stand, {option}, {model}',
    description: 'Steel stand with folding tripod feet and a soft-grip clutch; takes all common clips.',
    priceMinor: { straight: 2290, 'with boom arm': 2990 },
    options: ['floor', 'table'],
  },
  {
    name: 'Ceiling mount for projectors, {model}',
    description: 'Height-adjustable steel mount with cable duct that tilts and swivels; carries up to 15 kg.',
    priceMinor: { '20–40 cm': 4490, '60–100 cm': 6490 },
  },
];
