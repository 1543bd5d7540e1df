"""Tables of ESCO and O*NET, made for tests with their headers: read by presets, which are data."""

from pathlib import Path

import pytest

from crosswalk_rdf.formats.generic_table import interpret
from crosswalk_rdf.formats.generic_table.known_sheets import files_beside, known_sheets
from tests.formats.generic_table.sheets import reading_of, tree, workbook

ESCO = "http://data.europa.eu/esco/skill/"
SKILLS = (
    "conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,hiddenLabels,status,"
    "modifiedDate,scopeNote,definition,inScheme,description\n"
    f'KnowledgeSkillCompetence,{ESCO}a,skill/competence,cross-sector,plan work,"organise work\n'
    'schedule work",,released,2024-05-01T00:00:00Z,,,x,Make a plan.\n'
    f"KnowledgeSkillCompetence,{ESCO}b,knowledge,,planning,,,released,,,,x,What a plan is.\n"
)
GROUPS = (
    "conceptType,conceptUri,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,scopeNote,"
    f"inScheme,description,code\nSkillGroup,{ESCO}S1,organising,,,released,,,x,All of it.,S1\n"
)
BROADER = (
    "conceptType,conceptUri,broaderType,broaderUri\n"
    f"KnowledgeSkillCompetence,{ESCO}a,SkillGroup,{ESCO}S1\n"
    f"KnowledgeSkillCompetence,{ESCO}b,KnowledgeSkillCompetence,{ESCO}a\n"
    f"KnowledgeSkillCompetence,{ESCO}b,SkillGroup,{ESCO}S1\n"
    f"KnowledgeSkillCompetence,{ESCO}b,SkillGroup,{ESCO}elsewhere\n"
)


def test_esco() -> None:
    beside = {
        "skillGroups_en.csv": GROUPS.encode(),
        "broaderRelationsSkillPillar_en.csv": BROADER.encode(),
    }
    assert files_beside("skills_en.csv") == tuple(beside)
    reading = interpret(SKILLS.encode(), "skills_en.csv", beside=beside)
    assert not reading.faults
    (framework,) = reading.package.frameworks
    by_iri = {str(s.iri).removeprefix(ESCO): s for s in framework.statements}
    assert (by_iri["S1"].notation, str(by_iri["a"].text)) == ("S1", "Make a plan.")
    assert by_iri["a"].broader == by_iri["S1"].iri
    assert (by_iri["b"].broader, by_iri["b"].also_broader) == (
        by_iri["a"].iri,
        (by_iri["S1"].iri,),
    )
    labels = [str(p.value) for p in by_iri["a"].properties if "altLabel" in p.property]
    assert labels == ["organise work", "schedule work"]
    count = reading.report.counts["relations"]
    assert (count.total, count.carried) == (4, 3)
    assert any("1 relations with something" in r.what for r in reading.report.remarks)


def test_onet_reference() -> None:
    rows = [
        ["Element ID", "Element Name", "Description"],
        ["1", "Worker Characteristics", "What workers are."],
        ["1.A", "Abilities", "What they can."],
        ["1.A.1", "Cognitive", "With the head."],
    ]
    data = workbook({"Content Model Reference": rows})
    (framework,) = reading_of(data, "Content Model Reference.xlsx").package.frameworks
    assert tree(framework) == ("1 Worker Characteristics\n  1.A Abilities\n    1.A.1 Cognitive")
    assert str(framework.statements[1].text) == "What they can."


def test_onet_ratings_give_each_element_once() -> None:
    rows = [
        ["O*NET-SOC Code", "Title", "Element ID", "Element Name", "Scale ID", "Data Value"],
        ["11-1011.00", "Chiefs", "2.A.1.a", "Reading", "IM", 4.1],
        ["11-1011.00", "Chiefs", "2.A.1.b", "Listening", "IM", 4.0],
        ["11-1021.00", "Managers", "2.A.1.a", "Reading", "IM", 3.9],
    ]
    reading = reading_of(workbook({"Skills": rows}), "Skills.xlsx")
    (framework,) = reading.package.frameworks
    assert tree(framework) == "2.A.1.a Reading\n2.A.1.b Listening"
    assert all(not statement.properties for statement in framework.statements)
    count = reading.report.counts["rows"]
    assert (count.total, count.carried) == (3, 3)


@pytest.mark.parametrize("preset", known_sheets(), ids=lambda preset: preset.title)
def test_a_preset_names_the_columns_that_it_is_recognized_by(preset: object) -> None:
    names = set(getattr(preset, "headers"))  # noqa: B009
    assert names & set(getattr(preset, "columns"))  # noqa: B009


def test_presets_are_data() -> None:
    folder = Path(__file__).parents[3] / "crosswalk_rdf/formats/generic_table/presets"
    assert {path.stem for path in folder.glob("*.toml")} == {"esco", "esco_relations", "onet"}
