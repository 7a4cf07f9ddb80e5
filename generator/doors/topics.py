"""The command that proposes topics."""

import json
from pathlib import Path

import click

from ..archive.files import write
from ..archive.pages import PaperPage
from ..archive.recover import refuse_conflicts
from ..papers.leave_out import without
from ..papers.wording import in_characters
from ..related.proposals import proposals
from ..related.topics import Topic
from ..site.topics_file import added, publish_slugs, published_slugs, topics_of_archive
from .settings import read_settings
from .summary import some
from .terminal import open_archive, say


@click.command("topics")
@click.option("--dry-run", is_flag=True, help="Show what would be added; write nothing.")
@click.option("--json", "to_programs", is_flag=True, help="Print the summary as JSON.")
@click.pass_obj
def topics_command(project: Path, dry_run: bool, to_programs: bool) -> None:
    """Add to content/topics.yml the topics that many papers are about.

    For example: dailypapers topics --dry-run

    What stands in the file is kept as it is: rename, merge or withdraw topics there. An archive of a few
    hundred papers has no topics yet, and no file.
    """
    archive = open_archive(project)
    leave_out = read_settings(project).leave_out
    with archive.locked():
        refuse_conflicts(archive)
        known = topics_of_archive(archive)
        text = archive.read(archive.topics_file) if archive.topics_file.exists() else ""
        papers = (page.paper for page in archive.papers() if isinstance(page, PaperPage))
        proposed = proposals([in_characters(without(paper, leave_out)) for paper in papers])
        text, new = added(text, proposed, archive.name(archive.topics_file), published_slugs(archive))
        if not dry_run:
            if new:
                write(archive.topics_file, text)
            publish_slugs(archive, [*known, *new])
    say(_as_json(new, len(known)) if to_programs else _summary(new, len(known), dry_run))


def _summary(new: list[Topic], known: int, dry_run: bool) -> str:
    lines = [f"{len(new):,} new, {known:,} known before"]
    if new:
        lines.append(f"New: {some([topic.label for topic in new])}")
    if dry_run:
        lines.append("Nothing was written (--dry-run).")
    return "\n".join(lines)


def _as_json(new: list[Topic], known: int) -> str:
    added = [{"slug": topic.slug, "label": topic.label, "aliases": topic.aliases} for topic in new]
    return json.dumps({"known": known, "new": added}, ensure_ascii=False, indent=2)
