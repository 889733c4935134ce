"""One process may build more than once: what has changed in between is seen."""

from generator.project import Project
from generator.rendering import make_press


def test_a_template_of_the_office_counts_as_soon_as_it_is_there_and_no_longer(tmp_path):
    project, seen = Project(tmp_path), []
    own = tmp_path / "site_templates/wording/search_fillers.txt"
    own.parent.mkdir(parents=True)
    for text in ("", "甲", "乙", ""):
        own.write_text(text, encoding="utf-8") if text else own.unlink(missing_ok=True)
        press = make_press(project)
        seen.append((press.page_digest, press.wording("search_fillers")))
    packaged, first, second, again = seen
    assert (first[1], second[1]) == ("甲", "乙") and packaged == again
    assert len(set(seen)) == 3
