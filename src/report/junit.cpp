// JUnit's XML: a file is a test suite, and a declaration that is verified is a test case of it.
#include "report/escape.h"
#include "report/findings.h"
#include "report/formats.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <ostream>
#include <set>

namespace daphnia::report {

namespace {

std::string attribute(std::string_view text) {
    return entities(printable(text));
}

std::string content(std::string_view text) {
    return entities(printable_lines(text));
}

enum class Outcome { Passed, Failure, Error, Skipped };

struct Case {
    std::string name;
    std::string group; // the class name
    double seconds = 0;
    Outcome outcome = Outcome::Passed;
    std::string type; // unless it passed: the id of a rule, or "exhausted"
    std::string message;
    std::string text;
    std::string output; // warnings and assumptions
};

struct Suite {
    std::string name;
    std::vector<Case> cases;
    std::string output;

    std::size_t count(Outcome outcome) const {
        return static_cast<std::size_t>(
            std::count_if(cases.begin(), cases.end(), [&](const Case& each) { return each.outcome == outcome; }));
    }
    double seconds() const {
        double result = 0;
        for (const Case& each : cases) {
            result += each.seconds;
        }
        return result;
    }
};

// What the module and class of a declaration are together; of one without them, the file.
std::string group_of(const std::string& declaration, const std::string& path) {
    const std::size_t dot = declaration.rfind('.');
    return dot == std::string::npos ? std::filesystem::path(path).stem().string() : declaration.substr(0, dot);
}

std::string_view short_name(std::string_view declaration) {
    return declaration.substr(declaration.rfind('.') + 1); // all of it when there is no dot
}

// A budget that ended says nothing about the program, and what is wrong with a file as a whole kept it from being
// tested.
bool is_error(const Finding& finding) {
    return finding.verdict() == "exhausted" || finding.declaration.empty();
}

// One element can say what became of a case: all findings go into it, and the first of the worst give it its name.
void fail(Case& result, const std::vector<const Finding*>& errors) {
    const auto lead = std::find_if(errors.begin(), errors.end(), [](const Finding* each) { return !is_error(*each); });
    const Finding& first = lead == errors.end() ? *errors.front() : **lead;
    result.outcome = lead == errors.end() ? Outcome::Error : Outcome::Failure;
    result.type = first.verdict() == "exhausted" ? first.verdict() : first.id();
    result.message = first.message;
    if (errors.size() > 1) {
        result.message += fmt::format(" (and {} more)", errors.size() - 1);
    }
    for (const Finding* each : errors) {
        result.text += as_text(*each);
    }
}

class SuiteMaker {
  public:
    SuiteMaker(const verify::FileResult& file, const std::vector<Finding>& all, const Places& places)
        : file_(file), path_(places.path(file.path)) {
        for (const Finding& each : all) {
            if (each.file == &file) {
                findings_.push_back(&each);
            }
        }
    }

    Suite make() const {
        Suite suite;
        suite.name = path_;
        for (const verify::Outcome& each : file_.declarations) {
            suite.cases.push_back(verified(each));
        }
        add_unverified(suite);
        add_whole(suite);
        return suite;
    }

  private:
    Case named(const std::string& declaration) const {
        Case result;
        result.name = short_name(declaration);
        result.group = group_of(declaration, path_);
        return result;
    }

    Case verified(const verify::Outcome& outcome) const {
        Case result = named(outcome.name);
        result.seconds = outcome.seconds;
        std::vector<const Finding*> errors;
        for (const Finding* each : findings_) {
            if (each->outcome != &outcome && (each->diagnostic != nullptr || each->declaration != outcome.name)) {
                continue;
            }
            if (each->level == Level::Error) {
                errors.push_back(each);
            } else {
                result.output += as_text(*each);
            }
        }
        if (!errors.empty()) {
            fail(result, errors);
        }
        return result;
    }

    bool is_verified(const std::string& declaration) const {
        return std::any_of(file_.declarations.begin(), file_.declarations.end(),
                           [&](const verify::Outcome& each) { return each.name == declaration; });
    }

    // Declarations of which only an assumption speaks ({:verify false}): skipped, or failed where that is no success.
    void add_unverified(Suite& suite) const {
        std::set<std::string> done;
        for (const Finding* each : findings_) {
            const std::string& name = each->declaration;
            if (each->diagnostic != nullptr || name.empty() || is_verified(name) || !done.insert(name).second) {
                continue;
            }
            std::vector<const Finding*> same;
            std::copy_if(findings_.begin(), findings_.end(), std::back_inserter(same), [&](const Finding* other) {
                return other->diagnostic == nullptr && other->declaration == name;
            });
            Case result = named(name);
            fail(result, same);
            if (each->level != Level::Error) {
                result.outcome = Outcome::Skipped;
                result.output = std::move(result.text);
            }
            suite.cases.push_back(std::move(result));
        }
    }

    // What belongs to no declaration is said of the file: as a case of its own when it is an error, or when there would
    // be no case otherwise, because a suite without cases looks as if nothing had been done.
    void add_whole(Suite& suite) const {
        std::vector<const Finding*> errors;
        for (const Finding* each : findings_) {
            if (each->outcome != nullptr || !each->declaration.empty()) {
                continue;
            }
            if (each->level == Level::Error) {
                errors.push_back(each);
            } else {
                suite.output += as_text(*each);
            }
        }
        if (!errors.empty() || suite.cases.empty()) {
            Case whole;
            whole.name = path_;
            whole.group = group_of({}, path_);
            if (!errors.empty()) {
                fail(whole, errors);
            }
            suite.cases.push_back(std::move(whole));
        }
    }

    const verify::FileResult& file_;
    std::string path_;
    std::vector<const Finding*> findings_;
};

// What there is to say about the run as a whole, as a suite; without cases when there is nothing.
Suite whole_run(const std::vector<Finding>& all) {
    Suite suite;
    suite.name = "daphnia";
    std::vector<const Finding*> errors;
    for (const Finding& each : all) {
        if (each.file == nullptr) {
            errors.push_back(&each);
        }
    }
    if (!errors.empty()) {
        Case whole;
        whole.name = suite.name;
        whole.group = suite.name;
        fail(whole, errors);
        suite.cases.push_back(std::move(whole));
    }
    return suite;
}

void write_outcome(const Case& one, std::ostream& out) {
    switch (one.outcome) {
    case Outcome::Passed:
        return;
    case Outcome::Skipped:
        out << fmt::format("      <skipped type=\"{}\" message=\"{}\"/>\n", attribute(one.type),
                           attribute(one.message));
        return;
    case Outcome::Failure:
    case Outcome::Error: {
        const std::string_view element = one.outcome == Outcome::Failure ? "failure" : "error";
        out << fmt::format("      <{0} type=\"{1}\" message=\"{2}\">{3}</{0}>\n", element, attribute(one.type),
                           attribute(one.message), content(one.text));
    }
    }
}

void write_output(std::string_view indentation, const std::string& text, std::ostream& out) {
    if (!text.empty()) {
        out << fmt::format("{}<system-out>{}</system-out>\n", indentation, content(text));
    }
}

void write_case(const Case& one, std::ostream& out) {
    out << fmt::format("    <testcase classname=\"{}\" name=\"{}\" time=\"{:.3f}\"", attribute(one.group),
                       attribute(one.name), one.seconds);
    if (one.outcome == Outcome::Passed && one.output.empty()) {
        out << "/>\n";
        return;
    }
    out << ">\n";
    write_outcome(one, out);
    write_output("      ", one.output, out);
    out << "    </testcase>\n";
}

std::string figures(std::size_t tests, std::size_t failures, std::size_t errors, std::size_t skipped, double seconds) {
    return fmt::format("tests=\"{}\" failures=\"{}\" errors=\"{}\" skipped=\"{}\" time=\"{:.3f}\"", tests, failures,
                       errors, skipped, seconds);
}

void write_suite(const Suite& suite, std::ostream& out) {
    out << fmt::format("  <testsuite name=\"{0}\" file=\"{0}\" {1}>\n", attribute(suite.name),
                       figures(suite.cases.size(), suite.count(Outcome::Failure), suite.count(Outcome::Error),
                               suite.count(Outcome::Skipped), suite.seconds()));
    for (const Case& each : suite.cases) {
        write_case(each, out);
    }
    write_output("    ", suite.output, out);
    out << "  </testsuite>\n";
}

} // namespace

void write_junit(const verify::Run& run, const Context& context, std::ostream& out) {
    const std::vector<Finding> all = findings(run, context.places);
    std::vector<Suite> suites;
    for (const verify::FileResult& file : run.files) {
        suites.push_back(SuiteMaker(file, all, context.places).make());
    }
    if (Suite whole = whole_run(all); !whole.cases.empty()) {
        suites.push_back(std::move(whole));
    }
    Suite sum; // of all, for its figures
    for (const Suite& each : suites) {
        sum.cases.insert(sum.cases.end(), each.cases.begin(), each.cases.end());
    }
    out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    out << fmt::format("<testsuites name=\"daphnia\" {}>\n",
                       figures(sum.cases.size(), sum.count(Outcome::Failure), sum.count(Outcome::Error),
                               sum.count(Outcome::Skipped), sum.seconds()));
    for (const Suite& each : suites) {
        write_suite(each, out);
    }
    out << "</testsuites>\n";
}

} // namespace daphnia::report
