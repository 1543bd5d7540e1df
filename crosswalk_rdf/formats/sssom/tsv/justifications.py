"""The terms of SEMAPV that justify a mapping."""

from typing import Final

JUSTIFICATIONS: Final = tuple(
    f"semapv:{name}"
    for name in (
        "MappingReview",
        "ManualMappingCuration",
        "LogicalReasoning",
        "LexicalMatching",
        "CompositeMatching",
        "UnspecifiedMatching",
        "SemanticSimilarityThresholdMatching",
        "LexicalSimilarityThresholdMatching",
        "MappingChaining",
        "MappingInversion",
        "StructuralMatching",
        "InstanceBasedMatching",
        "BackgroundKnowledgeBasedMatching",
    )
)
"""The terms that the schema's pattern of ``mapping_justification`` allows."""

FURTHER_JUSTIFICATIONS: Final = tuple(
    f"semapv:{name}"
    for name in (
        "BoundedPathMatching",
        "MachineLearningBasedMatching",
        "EmbeddingBasedMatching",
        "TransformerBasedMatching",
        "GraphRepresentationLearningBasedMatching",
        "LLMBasedMatching",
        "AgentBasedMatching",
    )
)
"""Matching processes that SEMAPV has defined since: tools write them, and they are accepted."""

UNSPECIFIED_JUSTIFICATION: Final = "semapv:UnspecifiedMatching"
