"""The English verbs that carry another one, in all their forms. Owns the lists that several readers of text share."""

BE = frozenset("be am is are was were been being".split())
HAVE = frozenset("have has had".split())
