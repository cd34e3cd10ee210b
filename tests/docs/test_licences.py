"""Everything shipped from outside is named, with the text of its licence where there is one."""

from docs.licences import shipped

WITHOUT_TEXT = {"pyodide"}
"""Its package holds no licence file; the page names the licence."""


def test_every_component_has_a_version_a_licence_and_its_text() -> None:
    components = shipped(wizard=True)
    assert len({component.id for component in components}) == len(components)
    for component in components:
        assert component.version and component.licence, component.name
        assert bool(component.texts) == (component.name not in WITHOUT_TEXT), component.name


def test_the_runtime_is_named_only_where_it_is_shipped() -> None:
    assert "pyodide" not in [component.name for component in shipped(wizard=False)]
