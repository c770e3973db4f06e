// Reads statements from standard input, one a line, and prints what Learning Locker's validation has against them.
const validate = require('@learninglocker/xapi-validation').default;

const lines = require('fs').readFileSync(0, 'utf8').split('\n').filter((line) => line !== '');
let refused = 0;
lines.forEach((line, number) => {
  const warnings = validate(JSON.parse(line));
  if (warnings.length === 0) return;
  refused += 1;
  console.log(`line ${number + 1}: ${warnings.map((each) => `${each.constructor.name} at ${each.path}`).join(', ')}`);
});
console.log(`${lines.length} statements, ${refused} refused`);
