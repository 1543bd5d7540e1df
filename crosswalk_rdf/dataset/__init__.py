"""A publication to one finished dataset: its store, validation report, answers, comparison."""
