// The answers of Comunica to SELECT ?s from one source: node comunica.cjs <package> <source> <query>
const [folder, source, query] = process.argv.slice(2);
const { QueryEngine } = require(folder);

async function run() {
  const bindings = await new QueryEngine().queryBindings(query, { sources: [source] });
  for (const row of await bindings.toArray()) console.log(row.get("s").value);
}

run();
