// What axe-core finds in the page as it is shown now, as lines that say where and what to do.
(tags) => axe.run(document, { runOnly: tags, resultTypes: ["violations"], elementRef: false })
  .then(({ violations }) => violations.flatMap(({ id, help, nodes }) => nodes.slice(0, 4).map(
    (node) => `${id}: ${help}\n    ${node.target.join(" ")}\n    ${node.html.slice(0, 160)}\n    ${
      node.failureSummary.replace(/\s+/g, " ").slice(0, 400)}`,
  )))
