"""Starting the demo over leaves nothing of the one before."""

from core import demo_setup


def test_starting_over_forgets_database_index_and_pages_of_a_broken_server(settings, tmp_path):
    settings.VAR = tmp_path
    for folder in ("demo.search", "media", "mail", "errors"):
        (tmp_path / folder).mkdir()
    for name in ("demo.sqlite3", "demo.sqlite3-wal", "demo.json", "admin.txt"):
        (tmp_path / name).touch()
    (tmp_path / "kept.txt").touch()
    demo_setup.forget()
    assert [each.name for each in tmp_path.iterdir()] == ["kept.txt"]
