"""The model that ASN and CTDL-ASN share: documents, statements and alignments as described nodes.

CTDL-ASN is the ASN schema under other names (it declares its terms ``owl:equivalentProperty`` to
those of ASN). A reader of either hands over
:class:`~crosswalk_rdf.formats.shared.asn_model.node.Node` values;
:func:`~crosswalk_rdf.formats.shared.asn_model.package.read_nodes` makes a package of them.
"""
