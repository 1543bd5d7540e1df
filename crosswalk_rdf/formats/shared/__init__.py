"""What several formats stand on: kinds of documents, shared models, hierarchies, loss accounts."""
