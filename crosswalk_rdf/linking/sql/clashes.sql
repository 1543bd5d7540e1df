-- Derived mappings that contradict each other, or the hierarchies that they lie between.
--
-- In:  derived(subject, relation, object) and above(layer, narrower, broader), as compose.sql makes
-- Out: kind, subject, object, and what it clashes with: other_subject, other_object

SELECT 'exact and ' || o.relation AS kind, e.subject, e.object,
       o.subject AS other_subject, o.object AS other_object
FROM derived e JOIN derived o USING (subject, object)
WHERE e.relation = 'exact' AND o.relation IN ('broad', 'narrow', 'related', 'not exact')
UNION ALL
SELECT 'broad and narrow', e.subject, e.object, o.subject, o.object
FROM derived e JOIN derived o USING (subject, object)
WHERE e.relation = 'broad' AND o.relation = 'narrow'
UNION ALL
SELECT 'two exact matches', e.subject, e.object, o.subject, o.object
FROM derived e JOIN derived o ON e.subject = o.subject AND e.object < o.object
WHERE e.relation = 'exact' AND o.relation = 'exact'
UNION ALL
SELECT 'two exact matches', e.subject, e.object, o.subject, o.object
FROM derived e JOIN derived o ON e.object = o.object AND e.subject < o.subject
WHERE e.relation = 'exact' AND o.relation = 'exact'
UNION ALL
SELECT 'order reversed', e.subject, e.object, o.subject, o.object
FROM derived e
JOIN above up ON up.layer = 0 AND up.narrower = e.subject
JOIN derived o ON o.subject = up.broader AND o.relation = 'exact'
JOIN above down ON down.layer > 0 AND down.narrower = o.object AND down.broader = e.object
WHERE e.relation = 'exact'
ORDER BY ALL
