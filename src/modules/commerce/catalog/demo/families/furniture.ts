import type { ProductFamily } from '../family';

export const furniture: readonly ProductFamily[] = [
  {
    name: "Pupil's chair, {model}, {option}",
    description:
      'Stackable chair with a ventilated polypropylene shell on a steel frame and quiet glides for hard floors.',
    priceMinor: { 'seat height 35 cm': 4490, 'seat height 43 cm': 4890, 'seat height 46 cm': 4990 },
    options: ['blue', 'green', 'anthracite'],
  },
  {
    name: "Pupil's desk, {model}, {option} top",
    description: 'Desk with a scratch-resistant laminate top, rounded edges, book shelf and bag hook on either side.',
    priceMinor: { 'single, 70 × 55 cm': 9900, 'double, 130 × 55 cm': 14900 },
    options: ['beech', 'light grey'],
  },
  {
    name: 'Height-adjustable desk {model}, {option}',
    description:
      'Electric sit-stand desk with two motors, four saved heights and an anti-collision stop. Lifts 100 kg.',
    priceMinor: { '120 × 70 cm': 32900, '160 × 80 cm': 39900, '180 × 80 cm': 43900 },
    options: ['oak', 'white'],
  },
  {
    name: "Teacher's desk with drawers, {model}",
    description: 'Melamine-faced desk with modesty panel, three lockable drawers and a cable outlet.',
    priceMinor: { '130 cm': 24900, '160 cm': 29900 },
  },
  {
    name: 'Folding table {model}, {option}',
    description:
      'Seminar table that folds flat in seconds and stores on a trolley. Levelling feet, edge of impact-proof plastic.',
    priceMinor: { '120 × 60 cm': 11900, '180 × 75 cm': 15900 },
    options: ['beech', 'white'],
  },
  {
    name: 'Conference table for {model}, {option}',
    description: 'Boat-shaped table with a flap for power and network in the middle and room for knees all round.',
    priceMinor: { '6 people': 44900, '10 people': 74900 },
    options: ['oak', 'walnut'],
  },
  {
    name: 'Office swivel chair, {model}, {option}',
    description:
      'Chair with synchronous tilt, lumbar support and hard-floor castors for eight hours a day. Tested for 120 kg.',
    priceMinor: { 'without armrests': 17900, 'with 3D armrests': 24900, 'mesh back, headrest': 32900 },
    options: ['black', 'petrol'],
  },
  {
    name: "Visitor's chair, {model}, {option}",
    description: 'Cantilever chair with upholstered seat and a hard-wearing woollen cover; stacks five high.',
    priceMinor: { 'no arms': 9900, 'with arms': 11900 },
    options: ['grey', 'burgundy'],
  },
  {
    name: 'Café table, round, {model}, {option}',
    description: 'Bistro table for the cafeteria with a cast-iron foot and a heat-resistant top that wipes clean.',
    priceMinor: { '60 cm': 12900, '80 cm': 15900, 'bar height, 60 cm': 16900 },
    options: ['marble look', 'dark wood'],
  },
  {
    name: 'Étagère of solid pine, {model}',
    description: 'Open étagère with bevelled uprights and adjustable shelves for plants, models and books.',
    priceMinor: { '3 shelves': 7900, '5 shelves': 10900 },
  },
  {
    name: 'Bookcase {model}, {option}',
    description: 'Library bookcase with 25 mm shelves that carry 40 kg each and do not sag. Wall fixing included.',
    priceMinor: { '80 × 120 cm': 11900, '80 × 200 cm': 16900 },
    options: ['beech', 'white'],
  },
  {
    name: 'Picture-book browser on castors, {option}',
    description:
      'Low wooden box with six compartments so that young readers see the covers. Four castors, two with brakes.',
    priceMinor: 18900,
    options: ['birch', 'birch and red'],
  },
  {
    name: 'Filing cabinet, {model}, {option}',
    description:
      'Welded steel cabinet for hanging files with fully extending drawers, tilt lock and central cylinder lock.',
    priceMinor: { '2 drawers': 15900, '4 drawers': 23900 },
    options: ['light grey', 'black'],
  },
  {
    name: 'Locker unit, {model}',
    description:
      'Steel lockers with ventilated doors, coat rail and a choice of padlock hasp. Plinth keeps them off wet floors.',
    priceMinor: { '2 doors': 19900, '6 doors': 29900, '12 small doors': 38900 },
  },
  {
    name: 'Whiteboard, enamelled, {model}',
    description: 'Magnetic enamel-on-steel surface that stays white for decades, with pen tray and aluminium frame.',
    priceMinor: { '60 × 90 cm': 6900, '100 × 150 cm': 14900, '120 × 240 cm': 27900 },
  },
  {
    name: 'Mobile whiteboard, revolving, {model}',
    description: 'Double-sided board that turns over on its own axis, on a stable frame with locking castors.',
    priceMinor: { '90 × 120 cm': 21900, '120 × 180 cm': 31900 },
  },
  {
    name: 'Cork pinboard {model}',
    description: 'Fine-grained cork on soft board in a beech frame; pinholes close up by themselves.',
    priceMinor: { '60 × 90 cm': 2490, '90 × 120 cm': 3990 },
  },
  {
    name: 'Acoustic partition {model}, {option}',
    description: 'Free-standing felt screen that divides open rooms and swallows speech. Takes pins and rolls away.',
    priceMinor: { '120 × 150 cm': 22900, '160 × 180 cm': 31900 },
    options: ['grey', 'sage green'],
  },
  {
    name: 'Bean bag, {model}, {option}',
    description: 'Washable canvas cover with an inner bag of recycled foam for reading corners and breaks.',
    priceMinor: { 'child size': 4990, 'adult size': 7990 },
    options: ['mustard', 'sea blue', 'crème'],
  },
  {
    name: 'Coat rack with {model}',
    description: 'Wall-mounted rack of lacquered beech with rounded double hooks and a shelf for hats and lunch boxes.',
    priceMinor: { '5 hooks': 4490, '10 hooks': 7490 },
  },
];
