import type { ProductFamily } from '../family';

export const clothing: readonly ProductFamily[] = [
  {
    name: 'School polo shirt, {option}, {model}',
    description: 'Piqué polo with ribbed collar and side vents; colour-fast cotton blend that needs no ironing.',
    priceMinor: { 'age 5–6': 1190, 'age 9–10': 1290, 'age 13–14': 1490, 'adult M': 1690 },
    options: ['white', 'sky blue', 'bottle green'],
  },
  {
    name: 'School sweatshirt, {option}, {model}',
    description:
      'Brushed fleece sweatshirt with a crew neck and reinforced cuffs, ready for embroidery with the school crest.',
    priceMinor: { 'age 7–8': 1690, 'age 11–12': 1890, 'adult L': 2290 },
    options: ['navy', 'burgundy', 'grey'],
  },
  {
    name: 'Knitted cardigan, {option}, {model}',
    description: 'Fine-gauge button cardigan of cotton and recycled polyester with two pockets; washes at 40 °C.',
    priceMinor: { 'age 5–6': 1990, 'age 9–10': 2190, 'adult M': 3290 },
    options: ['navy', 'crème'],
  },
  {
    name: 'School trousers, {option}, {model}',
    description: 'Stain-resistant trousers with an adjustable waist, double knees and hems that can be let down.',
    priceMinor: { 'age 7–8': 1890, 'age 11–12': 2190, 'age 15–16': 2590 },
    options: ['grey', 'black'],
  },
  {
    name: 'Pleated school skirt, {option}, {model}',
    description: 'Permanent-pleat skirt with elasticated back and hidden shorts.',
    priceMinor: { 'age 7–8': 1790, 'age 11–12': 1990, 'age 15–16': 2390 },
    options: ['grey', 'navy tartan'],
  },
  {
    name: 'School blazer, {option}, {model}',
    description: 'Tailored blazer with an inner pocket for a phone and a machine-washable lining.',
    priceMinor: { 'age 11–12': 4490, 'age 15–16': 4990, 'adult L': 5990 },
    options: ['navy', 'black'],
  },
  {
    name: 'School tie, {option}, {model}',
    description: 'Woven polyester tie in the house colours that keeps its knot all day.',
    priceMinor: { elastic: 690, 'full length': 890 },
    options: ['navy and gold stripe', 'green and silver stripe'],
  },
  {
    name: 'Sports T-shirt, {option}, {model}',
    description: 'Quick-drying shirt with flat seams and mesh panels under the arms.',
    priceMinor: { 'age 9–10': 990, 'age 13–14': 1090, 'adult M': 1290, 'adult XL': 1290 },
    options: ['white', 'red', 'royal blue'],
  },
  {
    name: 'Sports shorts, {option}, {model}',
    description: 'Light woven shorts with drawcord and a zipped key pocket.',
    priceMinor: { 'age 9–10': 990, 'age 13–14': 1190, 'adult M': 1490 },
    options: ['black', 'navy'],
  },
  {
    name: 'Tracksuit, {option}, {model}',
    description: 'Two-piece tracksuit with full-length zip, ankle zips and brushed inside for cold mornings.',
    priceMinor: { 'age 9–10': 3490, 'age 13–14': 3890, 'adult L': 4990 },
    options: ['navy', 'black and red'],
  },
  {
    name: 'Sports socks, {option}, {model}',
    description: 'Cushioned cotton-rich socks with arch support, three pairs in the pack.',
    priceMinor: { 'size 31–34': 790, 'size 39–42': 890 },
    options: ['white', 'black'],
  },
  {
    name: 'Waterproof jacket, {option}, {model}',
    description: 'Breathable rain jacket with taped seams, a hood that turns with the head and reflective piping.',
    priceMinor: { 'age 7–8': 3990, 'age 11–12': 4490, 'adult M': 6990 },
    options: ['yellow', 'navy'],
  },
  {
    name: 'Laboratory coat, {option}, {model}',
    description: 'White cotton-blend coat with press studs that open in an emergency, three pockets and a back vent.',
    priceMinor: { 'size S': 2490, 'size M': 2490, 'size L': 2490, 'size XL': 2690 },
    options: ["women's cut", "men's cut"],
  },
  {
    name: 'Painting apron with sleeves, {model}, {option}',
    description: 'Wipe-clean apron with elastic cuffs that closes with hook and loop at the back.',
    priceMinor: { 'age 3–5': 990, 'age 6–9': 1090 },
    options: ['red', 'blue'],
  },
  {
    name: "Chef's jacket, {option}, {model}",
    description: 'Double-breasted jacket of breathable twill with press studs and a thermometer pocket; boil-washable.',
    priceMinor: { 'size M': 3290, 'size L': 3290 },
    options: ['white', 'black'],
  },
  {
    name: 'Bib apron, {option}',
    description:
      'Heavy cotton apron with adjustable neck strap, long ties and a towel loop for canteen and cookery class.',
    priceMinor: 1490,
    options: ['black', 'striped', 'denim blue'],
  },
  {
    name: 'High-visibility vest, {option}, {model}',
    description: 'Fluorescent vest with two reflective bands for walking buses, outings and the car park.',
    priceMinor: { child: 490, adult: 590 },
    options: ['yellow', 'orange'],
  },
  {
    name: 'Work polo with {model}, {option}',
    description: 'Hard-wearing staff polo that keeps its shape at 60 °C, with a place for the company logo.',
    priceMinor: { 'short sleeves': 1990, 'long sleeves': 2390 },
    options: ['black', 'petrol', 'white'],
  },
  {
    name: 'Béret of felted wool, {option}',
    description: 'Seamless wool béret for the drama wardrobe or a cold walk to school. One size.',
    priceMinor: 1690,
    options: ['black', 'red', 'navy'],
  },
  {
    name: 'Graduation gown with cap, {model}',
    description: 'Matt black gown with fluted back and a mortarboard with tassel; drips dry without creases.',
    priceMinor: { 'height 150–165 cm': 3990, 'height 166–180 cm': 3990, 'height over 180 cm': 4290 },
  },
];
