"""What several formats use: kinds of documents, shared models, hierarchies, reports of losses."""
