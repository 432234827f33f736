"""What stands in one output folder while a build is at work: outputs, the manifest over them, the records behind them."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from briefgen.building.formats import FORMATS
from briefgen.building.hashing import Hasher
from briefgen.building.manifest import NAME, Entry, Manifest, inputs_digest, manifest_bytes, read_manifest
from briefgen.building.records import (
    BriefRecord,
    EditionRecord,
    read_record,
    record_bytes,
    record_path,
    with_earlier_formats,
)
from briefgen.publishing import publish, tidy, withdraw


class Outputs:
    """The outputs in `folder`; `manifest` is what is known of them, by name."""

    def __init__(self, root: Path, folder: Path, hasher: Hasher) -> None:
        self.root = root
        self.folder = folder
        self.hasher = hasher
        self.manifest: dict[str, Entry] = dict(read_manifest(folder).outputs)
        # Results come brief by brief: only the record of one is held, since there may be very many.
        self._open: tuple[str, BriefRecord] = ("", BriefRecord())

    def enter(self, brief: str, audience: str, edition: EditionRecord) -> None:
        """See to it that the manifest has what is fresh, also where it was lost."""
        for form, sha256 in edition.outputs.items():
            name = f"{brief}/{audience}.{form}"
            if name not in self.manifest or self.manifest[name].sha256 != sha256:
                self.manifest[name] = Entry(sha256, inputs_digest(edition.inputs))

    def whole(self, brief: str, audience: str, formats: tuple[str, ...]) -> dict[str, Entry]:
        """The outputs of an edition that stand there as the manifest tells, by format."""
        named = ((form, f"{brief}/{audience}.{form}") for form in formats)
        return {
            form: self.manifest[name]
            for form, name in named
            if name in self.manifest and self.hasher.file(self.folder / name) == self.manifest[name].sha256
        }

    def publish(
        self, brief: str, audience: str, made: Mapping[str, bytes], edition: EditionRecord
    ) -> tuple[EditionRecord, str]:
        """Write what was made of an edition, by format, then its record; return it and the digest of the record's file.

        The record comes right after its outputs, so that a build that is killed loses nothing.
        """
        before = self._record(brief)
        edition = with_earlier_formats(edition, before.editions.get(audience))
        digests = {form: _sha256(data) for form, data in made.items()}
        paths = {form: self.folder / brief / f"{audience}.{form}" for form in made}
        publish({paths[form]: made[form] for form in made if self.hasher.file(paths[form]) != digests[form]})
        edition = replace(edition, outputs={**edition.outputs, **digests})
        inputs = inputs_digest(edition.inputs)
        for form, sha256 in edition.outputs.items():
            self.manifest[f"{brief}/{audience}.{form}"] = Entry(sha256, inputs)
        record = BriefRecord({**before.editions, audience: edition})
        self._open = brief, record
        data = record_bytes(record)
        publish({record_path(self.root, brief): data})
        return edition, _sha256(data)

    def _record(self, brief: str) -> BriefRecord:
        if self._open[0] != brief:
            self._open = brief, read_record(self.root, brief)
        return self._open[1]

    def withdraw(self, brief: str, audience: str) -> None:
        """Remove the older outputs of an edition that leaks: they may hold the same words."""
        folder = self.folder / brief
        withdraw(folder / f"{audience}.{form}" for form in FORMATS)
        tidy(folder, self.folder)

    def write_manifest(self) -> None:
        """Write the manifest where it differs; outputs that are gone are left out."""
        self.manifest = {
            name: entry for name, entry in sorted(self.manifest.items()) if (self.folder / name).is_file()
        }
        path, data = self.folder / NAME, manifest_bytes(Manifest(self.manifest))
        if self.hasher.file(path) != _sha256(data):
            publish({path: data})


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
