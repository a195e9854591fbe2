import type { ProductFamily } from '../family';

export const laboratory: readonly ProductFamily[] = [
  {
    name: 'Beaker, borosilicate glass, low form, {model}',
    description:
      'Heat-resistant beaker with spout and white graduation, fit for hotplate and burner. Uniform wall thickness.',
    priceMinor: { '50 ml': 320, '100 ml': 375, '250 ml': 450, '600 ml': 690, '1,000 ml': 990 },
  },
  {
    name: 'Conical flask, {option}, {model}',
    description:
      'Erlenmeyer shape for titration, mixing and boiling, with a reinforced rim and a large field for labels.',
    priceMinor: { '100 ml': 425, '250 ml': 525, '500 ml': 750 },
    options: ['narrow neck', 'wide neck'],
  },
  {
    name: 'Measuring cylinder, {option}, {model}',
    description: 'Tall cylinder with hexagonal foot and clear ring marks, calibrated at 20 °C.',
    priceMinor: { '25 ml': 590, '100 ml': 850, '500 ml': 1690 },
    options: ['glass', 'polypropylene'],
  },
  {
    name: 'Volumetric flask with stopper, class A, {model}',
    description:
      'Flask with a single ring mark for preparing standard solutions; the tolerance is printed on the glass.',
    priceMinor: { '50 ml': 1190, '100 ml': 1290, '250 ml': 1650, '1,000 ml': 2890 },
  },
  {
    name: 'Test tubes {model}',
    description: 'Rimmed borosilicate tubes that stand direct heating. They fit standard racks and stoppers.',
    priceMinor: { '12 × 100 mm, pack of 50': 1150, '16 × 160 mm, pack of 50': 1490, '18 × 180 mm, pack of 100': 3290 },
  },
  {
    name: 'Test tube rack, {option}, {model}',
    description: 'Rack with numbered holes and drying pegs, stackable and resistant to dilute acids.',
    priceMinor: { '12 places': 890, '24 places': 1390 },
    options: ['beech', 'polypropylene'],
  },
  {
    name: 'Petri dishes {model}',
    description: 'Clear polystyrene dishes with vented lids, sterile in sleeves, for agar plates and seed germination.',
    priceMinor: { '55 mm, pack of 20': 790, '90 mm, pack of 20': 890, '90 mm, case of 500': 11900 },
  },
  {
    name: 'Burette with stopcock, class B, {model}',
    description: 'Burette with fine graduation and a leak-free PTFE stopcock for school titrations.',
    priceMinor: { '25 ml': 3450, '50 ml': 3890 },
  },
  {
    name: 'Graduated pipette {model}, pack of 5',
    description: 'Glass pipettes with colour-coded rings and amber graduation. Use only with a pipette filler.',
    priceMinor: { '1 ml': 1590, '5 ml': 1690, '10 ml': 1890 },
  },
  {
    name: 'Micropipette, adjustable, {model}',
    description:
      'Single-channel pipette with a four-digit display, tip ejector and calibration certificate. Fully autoclavable.',
    priceMinor: { '2–20 µl': 12900, '20–200 µl': 12900, '100–1,000 µl': 12900 },
  },
  {
    name: 'Laboratory burner for {option}, {model}',
    description: 'Brass burner on a heavy base with needle valve and air collar; flame up to 1,300 °C.',
    priceMinor: { standard: 3450, 'with safety valve': 5490 },
    options: ['natural gas', 'propane'],
  },
  {
    name: 'Retort stand, {model}',
    description: 'Powder-coated steel base with a stainless rod and non-slip feet, for clamps, rings and burettes.',
    priceMinor: { '50 cm rod': 1690, '75 cm rod': 1990, '75 cm rod, boss head and clamp': 3290 },
  },
  {
    name: 'Student microscope, {model}',
    description:
      'Sturdy metal stand with coarse and fine focus, LED light from below and a set of prepared slides. Stage clips hold the slide firmly.',
    priceMinor: { 'monocular, 40–400×': 14900, 'binocular, 40–1,000×': 32900, 'with 5 MP camera, 40–1,000×': 44900 },
  },
  {
    name: 'Stereo microscope, {model}',
    description:
      'Upright image with depth for insects, minerals and circuit boards. Incident and transmitted LED light.',
    priceMinor: { '20× and 40×': 19900, 'zoom 7–45×': 48900 },
  },
  {
    name: 'Prepared microscope slides: {option}, set of {model}',
    description: 'Stained and sealed sections with printed labels, in a slotted wooden box with notes for the teacher.',
    priceMinor: { '10': 2490, '25': 5490 },
    options: ['plant tissues', 'animal tissues', 'insects', 'protozoa'],
  },
  {
    name: 'Precision balance, {model}',
    description:
      'Digital balance with stainless pan, tare, counting function and draught shield. Mains adapter included.',
    priceMinor: { '200 g × 0.01 g': 11900, '2,000 g × 0.1 g': 9900, '220 g × 0.001 g': 38900 },
  },
  {
    name: 'Laboratory thermometer {model}',
    description: 'Mercury-free glass thermometer with red spirit filling and an anti-roll cap.',
    priceMinor: { '−10 to 110 °C': 690, '−10 to 200 °C': 990 },
  },
  {
    name: 'pH meter, {model}',
    description: 'Waterproof meter with automatic temperature compensation, two-point calibration and buffer sachets.',
    priceMinor: { 'pocket size': 4490, 'benchtop with electrode': 28900 },
  },
  {
    name: 'pH indicator strips {model}',
    description: 'Non-bleeding strips with a colour chart on the box, for soil, water and kitchen chemistry.',
    priceMinor: { '0–14, box of 100': 890, '4–7, box of 100': 990 },
  },
  {
    name: 'Safety goggles, {option}, {model}',
    description: 'Splash-proof goggles with indirect vents and an anti-fog lens that fit over spectacles.',
    priceMinor: { 'one pair': 650, 'class set of 12': 6900 },
    options: ['adult size', 'junior size'],
  },
  {
    name: 'Nitrile gloves, {option}, box of 100',
    description: 'Powder-free, latex-free disposable gloves with textured fingertips for chemistry and biology.',
    priceMinor: 1190,
    options: ['size S', 'size M', 'size L'],
  },
  {
    name: 'Anatomical model: {model}',
    description:
      'Hand-painted plastic model that comes apart along the important sections, with a numbered key card and stand.',
    priceMinor: {
      'human heart, 2 parts': 5900,
      'human eye, 6 parts': 6900,
      'human brain, 8 parts': 9900,
      'torso, 85 cm, 18 parts': 24900,
    },
  },
  {
    name: 'Molecular model kit, {model}',
    description: 'Colour-coded atoms and flexible bonds for building organic and inorganic molecules.',
    priceMinor: { '120 pieces': 2490, '440 pieces for a class': 7490 },
  },
  {
    name: 'Electric circuit kit {model}',
    description:
      'Battery holders, lamps, switches, a motor and crocodile leads for first experiments with series and parallel circuits.',
    priceMinor: { 'for 2 pupils': 3290, 'for a class of 24': 32900 },
  },
];
