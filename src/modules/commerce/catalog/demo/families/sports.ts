import type { ProductFamily } from '../family';

export const sports: readonly ProductFamily[] = [
  {
    name: 'Football, {option}, {model}',
    description: 'Machine-stitched ball with a textured cover and a butyl bladder that holds its air for weeks.',
    priceMinor: { 'size 3': 1490, 'size 4': 1690, 'size 5': 1890 },
    options: ['training', 'indoor felt'],
  },
  {
    name: 'Basketball, {option}, {model}',
    description: 'Deep-channelled ball with a sure grip, even when hands are wet, for tarmac and hall floors.',
    priceMinor: { 'size 5': 1690, 'size 6': 1990, 'size 7': 2190 },
    options: ['rubber', 'composite leather'],
  },
  {
    name: 'Volleyball, {model}',
    description: 'Soft-touch panels over a foam layer that spare the forearms of beginners. Official size.',
    priceMinor: { 'school, 210 g': 1690, 'match, 270 g': 3990, beach: 2490 },
  },
  {
    name: 'Handball, {model}',
    description: 'Grippy hand-sewn ball that can be played without resin.',
    priceMinor: { 'size 0': 1490, 'size 1': 1790, 'size 2': 1990, 'size 3': 2190 },
  },
  {
    name: 'Foam ball {model}, {option}',
    description: 'Coated soft foam ball that bounces lively and hurts nobody, for primary classes and dodgeball.',
    priceMinor: { '16 cm': 990, '20 cm': 1290 },
    options: ['yellow', 'orange', 'blue'],
  },
  {
    name: 'Medicine ball {model}',
    description: 'Rubber ball with a non-slip surface and accurate weight for core training and rehabilitation.',
    priceMinor: { '1 kg': 1890, '3 kg': 2790, '5 kg': 3890 },
  },
  {
    name: 'Badminton racket, {model}',
    description: 'Isometric head on a tempered steel shaft, pre-strung and ready to play, with an absorbent grip.',
    priceMinor: { 'junior, 57 cm': 1290, school: 1690, 'graphite, for clubs': 4490 },
  },
  {
    name: 'Shuttlecocks, {model}',
    description: 'Medium-speed shuttlecocks with a cork base that fly true and last a double lesson.',
    priceMinor: { 'nylon, tube of 6': 890, 'nylon, tube of 12': 1590, 'goose feather, tube of 12': 2490 },
  },
  {
    name: 'Table tennis bat, {model}',
    description: 'Five-ply blade with pimpled-in rubber and a flared handle; enough spin to learn every stroke.',
    priceMinor: { beginner: 790, intermediate: 1690, competition: 3490 },
  },
  {
    name: 'Table tennis balls, {option}, pack of {model}',
    description: 'Seamless 40 mm plastic balls that bounce evenly and outlast celluloid.',
    priceMinor: { '6': 490, '72': 3290 },
    options: ['white', 'orange'],
  },
  {
    name: 'Table tennis table, {model}',
    description: 'Folding table with a 19 mm top, playback position and safety locks; rolls through ordinary doors.',
    priceMinor: { indoor: 42900, weatherproof: 59900 },
  },
  {
    name: 'Volleyball net, {model}',
    description: 'Knotless polypropylene net with steel cable, side pockets and tension straps.',
    priceMinor: { 'school quality': 5990, 'competition quality': 11900 },
  },
  {
    name: 'Gymnastics mat {model}, {option}',
    description: 'Shock-absorbing foam in a wipe-clean cover with anti-slip base and carrying handles.',
    priceMinor: { '150 × 100 × 6 cm': 11900, '200 × 100 × 8 cm': 16900 },
    options: ['blue', 'green'],
  },
  {
    name: 'Yoga mat, {model}, {option}',
    description: 'Non-slip closed-cell mat that unrolls flat, cleans with water and comes with a carrying strap.',
    priceMinor: { '4 mm': 1690, '6 mm': 2290 },
    options: ['plum', 'petrol', 'stone grey'],
  },
  {
    name: 'Skipping rope, {model}',
    description: 'Hard-wearing rope with ball-bearing handles that turn without twisting.',
    priceMinor: { 'child, 2.1 m': 450, 'adult, 3 m': 590, 'double-dutch pair, 5 m': 1490 },
  },
  {
    name: 'Training cones, {option}, set of {model}',
    description: 'Flexible cones for slaloms and pitch marking that spring back when stepped on. With carrier.',
    priceMinor: { '10': 990, '40': 2490 },
    options: ['orange', 'four colours'],
  },
  {
    name: 'Training bibs, {model}, {option}, set of 10',
    description: 'Breathable mesh bibs with elastic sides that tell two teams apart. Wash at 40 °C.',
    priceMinor: { junior: 2690, adult: 2990 },
    options: ['yellow', 'red', 'blue'],
  },
  {
    name: 'Resistance band, {model}',
    description: 'Latex-free loop for strength and mobility exercises, with a card of twelve exercises.',
    priceMinor: { light: 690, medium: 750, strong: 850, 'set of 3': 1890 },
  },
  {
    name: 'Dumbbells, {model}, pair',
    description: 'Vinyl-coated cast-iron dumbbells with hexagonal ends that do not roll away.',
    priceMinor: { '1 kg': 990, '2 kg': 1690, '5 kg': 3490 },
  },
  {
    name: 'Stopwatch, {model}',
    description: 'Splash-proof stopwatch with a large display, lap times and a neck cord.',
    priceMinor: { '10 memories': 1290, '100 memories': 2990 },
  },
  {
    name: 'Flying disc {model}, {option}',
    description: 'Balanced flying disc with a rounded rim that is easy to throw and kind to fingers.',
    priceMinor: { '110 g, junior': 690, '175 g, team sport': 1290 },
    options: ['white', 'lime'],
  },
  {
    name: 'Juggling set, {model}',
    description:
      'Bean-filled balls, scarves and rings with an illustrated guide: good for coordination and rainy breaks.',
    priceMinor: { '12 pieces': 2490, '60 pieces for a class': 9900 },
  },
  {
    name: 'Ball pump, {model}',
    description: 'Pump with a flexible hose and two valve needles that fit footballs, basketballs and volleyballs.',
    priceMinor: { 'hand-held': 790, 'floor-standing with gauge': 2490, electric: 4990 },
  },
];
