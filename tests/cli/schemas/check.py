"""Reads a report as others do. Prints what is wrong with it, and ends with 1; or, of JUnit's XML, what a reader sees:
a line for each case with suite, class, name, outcome and type.

Usage: check.py sarif|gitlab|junit FILE"""

import collections
import json
import pathlib
import subprocess
import sys

import jsonschema
import junitparser

SCHEMAS = pathlib.Path(__file__).parent


def complaints_of_schema(document, name):
    schema = json.loads((SCHEMAS / name).read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    for error in jsonschema.Draft202012Validator(schema).iter_errors(document):
        yield f"{'/'.join(map(str, error.absolute_path))}: {error.message}"


def repeated(values):
    return [value for value, count in collections.Counter(values).items() if count > 1]


def sarif(path):
    document = json.loads(path.read_text(encoding="utf-8"))
    yield from complaints_of_schema(document, "sarif.json")
    run = document["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    for result in run["results"]:
        if rules[result["ruleIndex"]] != result["ruleId"]:
            yield f"ruleIndex {result['ruleIndex']} is not {result['ruleId']}"
    yield from repeated(result["partialFingerprints"]["daphnia/v1"] for result in run["results"])
    yield from repeated(rules)


def gitlab(path):
    document = json.loads(path.read_text(encoding="utf-8"))
    yield from complaints_of_schema(document, "gitlab.json")
    yield from repeated(finding["fingerprint"] for finding in document)


def junit(path):
    command = ["xmllint", "--noout", "--relaxng", str(SCHEMAS / "junit.rng"), str(path)]
    checked = subprocess.run(command, stderr=subprocess.PIPE, text=True)
    if checked.returncode != 0:
        yield checked.stderr
    report = junitparser.JUnitXml.fromfile(str(path))
    outcomes = collections.Counter()
    for suite in report:
        own = collections.Counter()
        for case in suite:
            outcome = type(case.result[0]).__name__ if case.result else "Passed"
            kind = case.result[0].type if case.result else ""
            print(suite.name, case.classname, case.name, outcome, kind, sep="|")
            own.update([outcome, "all"])
        if (own["all"], own["Failure"], own["Error"], own["Skipped"]) != counted(suite):
            yield f"the figures of {suite.name} are wrong"
        outcomes.update(own)
    if (outcomes["all"], outcomes["Failure"], outcomes["Error"], outcomes["Skipped"]) != counted(report):
        yield "the figures of the whole are wrong"


def counted(element):
    return (element.tests, element.failures, element.errors, element.skipped)


def main():
    found = list({"sarif": sarif, "gitlab": gitlab, "junit": junit}[sys.argv[1]](pathlib.Path(sys.argv[2])))
    for complaint in found:
        print("wrong:", complaint)
    sys.exit(1 if found else 0)


main()
