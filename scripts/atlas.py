"""Makes briefgen/templating/atlas.json.gz from Natural Earth, as npm's `world-atlas` packs it; run only for a new release.

    npm pack world-atlas@2.0.2          # then unpack it
    python scripts/atlas.py countries-50m.json

Natural Earth (1:50 million) is in the public domain. Kept are the coasts and the borders, without names: rings of
land, and the arcs that two countries share. The same release gives the same bytes.
"""

import gzip
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

TARGET = Path(__file__).resolve().parent.parent / "briefgen" / "templating" / "atlas.json.gz"


def polygons(geometry: dict[str, Any]) -> list[Any]:
    """The polygons of a TopoJSON geometry, each a list of rings, each a list of arc numbers."""
    if geometry["type"] == "GeometryCollection":
        return [polygon for inner in geometry["geometries"] for polygon in polygons(inner)]
    return [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry.get("arcs", [])


def main(path: Path) -> None:
    """Writes the atlas."""
    topology = json.loads(path.read_text())
    land = [ring for polygon in polygons(topology["objects"]["land"]) for ring in polygon]
    users: Counter[int] = Counter()
    for country in topology["objects"]["countries"]["geometries"]:
        users.update(
            {arc if arc >= 0 else ~arc for polygon in polygons(country) for ring in polygon for arc in ring}
        )
    coasts = {arc if arc >= 0 else ~arc for ring in land for arc in ring}
    atlas = {
        "scale": topology["transform"]["scale"],
        "translate": topology["transform"]["translate"],
        "arcs": topology["arcs"],
        "land": land,
        "borders": sorted(arc for arc, count in users.items() if count > 1 and arc not in coasts),
    }
    packed = json.dumps(atlas, separators=(",", ":")).encode("ascii")
    TARGET.write_bytes(gzip.compress(packed, 9, mtime=0))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
