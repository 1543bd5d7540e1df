// The document at a URL as N-Quads, by jsonld.js: node jsonld.cjs <package> <url>
const [folder, url] = process.argv.slice(2);
const jsonld = require(folder);

jsonld.toRDF(url, { format: "application/n-quads" }).then((text) => process.stdout.write(text));
