"""What the pages of the directory tell machines, by the strict checker of the contract."""

import pytest
from django.conf import settings

from directory.models import CommunityPage, CoveragePage, DirectoryIndexPage, StructurePage
from tests.contract.schemaorg import check_jsonld


def addresses(language):
    """The list, a community, the matrix, and three structures: a place, a withheld one, one by phone."""
    own = {"locale__language_code": language}
    for model in (DirectoryIndexPage, CommunityPage, CoveragePage):
        page = model.objects.live().filter(**own).first()
        if page:
            yield page.get_url()
    for slug in ("kentro-koinotitas", "xenones-gynaikon", "tilefoniko-kentro"):
        yield StructurePage.objects.get(slug=slug, **own).get_url()


@pytest.mark.usefixtures("demo_content", "db")
@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
def test_checker_of_the_contract_finds_no_fault_in_any_language(client, tmp_path, capsys, language):
    files = []
    for place, address in enumerate(addresses(language)):
        files.append(tmp_path / f"{place}.html")
        files[-1].write_bytes(client.get(address).content)
    assert check_jsonld.main([str(each) for each in files]) == 0, capsys.readouterr().out
