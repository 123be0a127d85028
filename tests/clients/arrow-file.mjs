// Fetches an Arrow file with the public apache-arrow library and prints what it says, decimals as exact texts.
// Argument: the file's address.
import { tableFromIPC } from 'apache-arrow';

const table = await tableFromIPC(fetch(process.argv[2]));

/** A decimal arrives as four words of 32 bits, the lowest first, two's complement. */
function decimalText(words, scale) {
  let units = 0n;
  for (let i = 3; i >= 0; i--) units = (units << 32n) | BigInt(words[i]);
  units = BigInt.asIntN(128, units);
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const text = `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return (units < 0n ? '-' : '') + text;
}

function cell(field, value) {
  if (value === null) return null;
  const type = String(field.type);
  if (type.startsWith('Decimal')) return decimalText(value, field.type.scale);
  if (type.startsWith('Date')) return new Date(value).toISOString().slice(0, 10);
  return typeof value === 'bigint' ? Number(value) : value;
}

const fields = table.schema.fields;
console.log(JSON.stringify({
  rows: [...Array(table.numRows).keys()].map((i) =>
    Object.fromEntries(fields.map((field, place) => [field.name, cell(field, table.getChildAt(place).get(i))]))),
  types: Object.fromEntries(fields.map((field) => [field.name, String(field.type)])),
  titles: Object.fromEntries(fields.map((field) => [field.name, field.metadata.get('title')])),
  batches: table.batches.length,
  metadata: Object.fromEntries(table.schema.metadata),
}));
