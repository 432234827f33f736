"""`index.html` beside the outputs: one page that lists every edition of the folder, to search and to filter.

It holds nothing but what the listed editions say of themselves in their own JSON, and counts over that.
"""

from briefgen.listing.writing import keep_index

__all__ = ["keep_index"]
