-- Mappings along a chain of frameworks, composed (SSSOM, "Chaining rules"; SKOS Reference S45).
--
-- In:  mapping(id, layer, subject, relation, object, confidence)  from a framework to the next one
--      hierarchy(layer, narrower, broader)                        direct parents in each framework
--      legs(count)                                                how many mappings a chain has
--      composition(first, second, result)                         what two relations say together
-- Out: chain(subject, relation, object, confidence, records, hops), one row for each list of
--      records that leads from a subject to an object

CREATE OR REPLACE TEMP TABLE above AS
WITH RECURSIVE reached AS (
    SELECT layer, narrower, broader FROM hierarchy
    UNION
    SELECT r.layer, r.narrower, h.broader
    FROM reached r JOIN hierarchy h ON h.layer = r.layer AND h.narrower = r.broader
)
SELECT layer, narrower, broader FROM reached WHERE narrower <> broader;

-- What a chain is made of: mappings, and hops to a statement above or below in one framework.
CREATE OR REPLACE TEMP TABLE edge AS
SELECT layer, layer + 1 AS next_layer, subject AS origin, relation, object AS destination,
       confidence, [id] AS records, CAST([] AS VARCHAR[]) AS hops
FROM mapping
UNION ALL
SELECT layer, layer, narrower, 'broad', broader, 1.0, [], [narrower || ' ' || broader] FROM above
UNION ALL
SELECT layer, layer, broader, 'narrow', narrower, 1.0, [], [broader || ' ' || narrower] FROM above;

-- No two hops in a row: the hops are closed already.
CREATE OR REPLACE TEMP TABLE chain AS
WITH RECURSIVE step AS (
    SELECT next_layer AS layer, origin AS subject, destination AS object, relation, confidence,
           records, hops, len(hops) > 0 AS ends_with_hop
    FROM edge WHERE layer = 0
    UNION ALL
    SELECT e.next_layer, s.subject, e.destination, c.result, s.confidence * e.confidence,
           list_concat(s.records, e.records), list_concat(s.hops, e.hops), len(e.hops) > 0
    FROM step s
    JOIN edge e ON e.layer = s.layer AND e.origin = s.object
    JOIN composition c ON c.first = s.relation AND c.second = e.relation
    WHERE NOT (s.ends_with_hop AND len(e.hops) > 0)
)
SELECT subject, relation, object, confidence, records, hops
FROM step
WHERE layer = (SELECT count FROM legs) AND len(records) = layer
QUALIFY row_number() OVER (
    PARTITION BY subject, relation, object, records ORDER BY len(hops), hops
) = 1;

CREATE OR REPLACE TEMP TABLE derived AS SELECT DISTINCT subject, relation, object FROM chain;
