-- What compose.sql and clashes.sql read.
CREATE TEMP TABLE composition (first VARCHAR, second VARCHAR, result VARCHAR);
CREATE TEMP TABLE mapping (
    id VARCHAR, layer INTEGER, subject VARCHAR, relation VARCHAR, object VARCHAR, confidence DOUBLE
);
CREATE TEMP TABLE legs (count INTEGER);
CREATE TEMP TABLE hierarchy (layer INTEGER, narrower VARCHAR, broader VARCHAR);
