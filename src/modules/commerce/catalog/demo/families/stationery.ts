import type { ProductFamily } from '../family';

export const stationery: readonly ProductFamily[] = [
  {
    name: 'Hardcover notebook {model}, {option}',
    description:
      'Thread-sewn notebook with 192 pages of 90 g/m² ivory paper, ribbon marker and elastic band. Opens flat and suits fountain pens.',
    priceMinor: { 'A6 ruled': 750, 'A5 ruled': 1190, 'A5 dotted': 1190, 'A4 squared': 1690 },
    options: ['black', 'forest green', 'crème', 'brick red'],
  },
  {
    name: 'Spiral notebook {model}, 80 sheets, {option}',
    description:
      'Wire-bound notebook with micro-perforated sheets that tear out cleanly and four holes for filing. 70 g/m² recycled paper.',
    priceMinor: { A5: 349, A4: 499 },
    options: ['ruled', 'squared', 'plain'],
  },
  {
    name: 'Exercise books A4, {option}, pack of {model}',
    description:
      'Stapled exercise books of 48 pages with margin and name label. Strong card cover that survives a school year.',
    priceMinor: { '5': 599, '10': 1099, '50': 4750 },
    options: ['ruled', 'squared 5 mm', 'plain'],
  },
  {
    name: 'Ring binder A4, {model}, {option}',
    description:
      'Rigid board covered in wipe-clean film, with a label window on the spine and a finger hole for pulling it off the shelf.',
    priceMinor: { '2 rings, 25 mm': 349, '4 rings, 35 mm': 425, 'lever arch, 75 mm': 525 },
    options: ['black', 'blue', 'red', 'yellow', 'grey'],
  },
  {
    name: 'Ballpoint pens, {option} ink, pack of {model}',
    description:
      'Retractable ballpoint with rubber grip and a 1.0 mm tip. Quick-drying ink, about 1,200 metres of writing per pen.',
    priceMinor: { '5': 399, '12': 799, '50': 2690 },
    options: ['blue', 'black', 'red'],
  },
  {
    name: 'Gel pens {model}, set of 6 {option} colours',
    description: 'Smooth gel ink that does not bleed through 80 g/m² paper. Clear barrels show how much is left.',
    priceMinor: { '0.5 mm': 749, '0.7 mm': 749 },
    options: ['classic', 'pastel'],
  },
  {
    name: 'Fountain pen with steel nib, {model}, {option}',
    description:
      'School fountain pen with a soft triangular grip and a window for the ink level. Takes standard short cartridges.',
    priceMinor: { fine: 1650, medium: 1650, 'left-handed': 1750 },
    options: ['navy', 'turquoise'],
  },
  {
    name: 'Ink cartridges, {option}, box of {model}',
    description: 'Standard short cartridges with washable ink that comes out of cotton at 40 °C.',
    priceMinor: { '6': 195, '30': 690 },
    options: ['royal blue', 'black', 'violet'],
  },
  {
    name: 'Graphite pencils {option}, box of {model}',
    description:
      'Hexagonal cedar pencils with a bonded break-resistant lead, pre-sharpened, for writing and technical drawing.',
    priceMinor: { '12': 549, '72': 2590 },
    options: ['HB', '2B', '2H'],
  },
  {
    name: 'Highlighters, {model}',
    description:
      'Chisel-tip highlighters for lines of 1 to 5 mm. Water-based ink that stays usable for four hours without the cap.',
    priceMinor: { '4 neon colours': 475, '6 pastel colours': 699, '10 yellow': 890 },
  },
  {
    name: 'Whiteboard markers, {option}, pack of {model}',
    description:
      'Low-odour dry-erase markers with a bullet tip, readable from the last row and wiped off without a shadow.',
    priceMinor: { '4': 599, '10': 1299 },
    options: ['black', 'blue', 'assorted'],
  },
  {
    name: 'Self-adhesive notes {model}, {option}',
    description:
      'Notes that stick, lift and stick again without leaving glue. 100 sheets a block, 12 blocks in the pack.',
    priceMinor: { '38 × 51 mm': 499, '76 × 76 mm': 899 },
    options: ['yellow', 'pastel mix'],
  },
  {
    name: 'Copy paper A4 {model}',
    description:
      'Bright white uncoated paper for laser and inkjet printers, copying on both sides without jams. Chlorine-free.',
    priceMinor: { '80 g/m², 500 sheets': 690, '80 g/m², box of 2,500 sheets': 3190, '100 g/m², 500 sheets': 990 },
  },
  {
    name: 'Coloured card A4, 160 g/m², 50 sheets, {option}',
    description:
      'Stiff card dyed right through for covers, dividers, name plates and craft lessons. Runs through most laser printers.',
    priceMinor: 650,
    options: ['crème', 'sky blue', 'leaf green', 'rose'],
  },
  {
    name: 'Envelopes {model}',
    description: 'White envelopes with a peel-and-seal flap and a grey security print inside. 90 g/m² wood-free paper.',
    priceMinor: { 'DL with window, pack of 50': 499, 'C5, pack of 50': 690, 'C4, pack of 25': 750 },
  },
  {
    name: 'Stapler {model}',
    description: 'All-metal stapler with a reloading indicator and a non-slip base; opens flat for pinning to boards.',
    priceMinor: { 'for 20 sheets': 899, 'for 40 sheets': 1650, 'long-reach, for booklets': 2890 },
  },
  {
    name: 'Staples {model}',
    description: 'Galvanised steel staples that pierce cleanly and do not rust in the archive.',
    priceMinor: { '24/6, box of 1,000': 149, '26/6, box of 5,000': 425 },
  },
  {
    name: 'School scissors {model}, {option}',
    description:
      'Stainless steel blades with a rounded tip and soft two-colour handles; the cutting edge is ground for paper and card.',
    priceMinor: { '13 cm': 299, '17 cm': 425 },
    options: ['right-handed', 'left-handed'],
  },
  {
    name: 'Glue stick {model}',
    description:
      'Solvent-free glue that goes on violet and dries clear. Washes out of clothes and sticks paper, card and felt.',
    priceMinor: { '10 g': 125, '40 g': 275, '20 g, classroom box of 24': 2990 },
  },
  {
    name: 'Ruler {model}',
    description: 'Straightedge with a bevelled edge and printed-in millimetre and inch scales that do not rub off.',
    priceMinor: {
      '15 cm, clear acrylic': 120,
      '30 cm, beech wood': 225,
      '30 cm, aluminium': 450,
      '100 cm, for the board': 1490,
    },
  },
  {
    name: 'Geometry set, {model}',
    description: 'Compass, protractor, two set squares and a ruler in a hinged case. Markings stay sharp and readable.',
    priceMinor: { '8 pieces': 799, '11 pieces with metal compass': 1590 },
  },
  {
    name: 'School calculator, {model}',
    description: 'Calculator with a slide-on cover, large keys and solar power with battery backup.',
    priceMinor: { basic: 790, 'scientific, 240 functions': 1890, graphing: 7900 },
  },
  {
    name: "Teacher's planner {model}",
    description: 'Undated planner with a week on two pages, seating plans, mark lists and a pocket in the back cover.',
    priceMinor: { 'A5, wire-bound': 1290, 'A4, wire-bound': 1590 },
  },
  {
    name: 'Index cards {model}, ruled, pack of 200',
    description: 'Sturdy 190 g/m² cards for vocabulary, talks and card boxes. Ruled on one side, plain on the other.',
    priceMinor: { A7: 350, A6: 499 },
  },
];
