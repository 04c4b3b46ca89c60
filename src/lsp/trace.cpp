#include "lsp/trace.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <map>
#include <optional>

namespace daphnia::lsp {

namespace {

constexpr const char* kShowTrace = "daphnia.showTrace";
constexpr std::size_t kLongestLabel = 160;
constexpr std::int64_t kUsualDepth = 5;

std::string state_text(const std::vector<support::NamedValue>& state) {
    std::string result;
    for (const support::NamedValue& value : state) {
        result +=
            fmt::format("{}{} = {}", result.empty() ? "" : ", ", value.name, value.value.empty() ? "?" : value.value);
    }
    return result;
}

std::string shortened(const std::string& text) {
    std::size_t end = std::min(kLongestLabel, text.size());
    while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
        --end; // within a character
    }
    return text.substr(0, end) + "…";
}

// What is not as it was in the row before.
std::vector<support::NamedValue> changes(const support::TraceRow& row, std::map<std::string, std::string>& before) {
    std::vector<support::NamedValue> result;
    for (const support::NamedValue& value : row.state) {
        const auto known = before.find(value.name);
        if (known == before.end() || known->second != value.value) {
            result.push_back(value);
        }
        before[value.name] = value.value;
    }
    return result;
}

const support::Explanation* shown_explanation(const ShownTrace& shown, const Program& program) {
    for (const Declared& declared : program.declarations()) {
        if (declared.name != shown.declaration || !declared.is_known()) {
            continue;
        }
        std::size_t number = 0;
        for (const support::Diagnostic& failure : declared.verdict->found) {
            if (failure.rule == shown.rule && number++ == shown.number) {
                return failure.explanation.get();
            }
        }
    }
    return nullptr;
}

const EditCounts& edits_of(const ShownTrace& shown, const Program& program) {
    for (const Declared& declared : program.declarations()) {
        if (declared.name == shown.declaration && declared.is_known()) {
            return declared.verdict->edits;
        }
    }
    return program.moment()->edits;
}

// The failure with a run at the position: what is nearest on its line, or else within the declaration.
std::optional<ShownTrace> trace_at(const TextPlace& place, const Locator& locator) {
    const Declared* declared = place.program->declared_at(place.document->path(), place.offset);
    if (declared == nullptr || !declared->is_known()) {
        return std::nullopt;
    }
    const Position cursor = place.document->lines().position(place.offset);
    std::optional<ShownTrace> result;
    std::map<support::Rule, std::size_t> numbers;
    for (const support::Diagnostic& failure : declared->verdict->found) {
        const std::size_t number = numbers[failure.rule]++;
        if (failure.explanation == nullptr || failure.explanation->trace.empty() || !failure.range.has_file() ||
            locator.document(*failure.range.file) != place.document) {
            continue;
        }
        const Range at = locator.range(failure.range, declared->verdict->edits);
        if (!result || at.start.line == cursor.line) {
            result = ShownTrace{place.program->name(), declared->name, failure.rule, number};
        }
        if (at.start.line == cursor.line) {
            break;
        }
    }
    return result;
}

Reply inlay_hints(Workspace& workspace, const Json& params) {
    const Document& document = document_from(workspace, params);
    if (!params.contains("range")) {
        throw RequestError(ErrorCode::InvalidParams, "parameters without a range");
    }
    const Range range = range_from(params.at("range"));
    const Program* program = workspace.program_of(document);
    if (program == nullptr) {
        return {Json::array()};
    }
    Json hints = trace_hints(workspace, *program, document);
    Json result = Json::array();
    for (Json& hint : hints) {
        const std::uint32_t line = position_from(hint.at("position")).line;
        if (range.start.line <= line && line <= range.end.line) {
            result.push_back(std::move(hint));
        }
    }
    return {result};
}

Reply execute(Workspace& workspace, const Json& params) {
    if (!params.is_object() || !params.contains("command") || params.at("command") != kShowTrace) {
        throw RequestError(ErrorCode::InvalidParams, fmt::format("the only command is {}", kShowTrace));
    }
    const Json arguments = params.contains("arguments") ? params.at("arguments") : Json::array();
    if (arguments.is_null() || (arguments.is_array() && arguments.empty())) {
        workspace.show_trace(std::nullopt);
        return {false};
    }
    if (!arguments.is_array() || arguments.size() != 2) {
        throw RequestError(ErrorCode::InvalidParams, fmt::format("{} takes a URI and a position", kShowTrace));
    }
    const TextPlace place =
        place_from(workspace, {{"textDocument", {{"uri", arguments.at(0)}}}, {"position", arguments.at(1)}});
    const std::optional<ShownTrace> trace =
        place.program == nullptr ? std::nullopt : trace_at(place, workspace.locator());
    workspace.show_trace(trace);
    return {trace.has_value()};
}

// How deep brackets are nested.
int depth_of(const std::string& value) {
    int depth = 0;
    int deepest = 0;
    for (const char c : value) {
        depth += c == '(' || c == '[' || c == '{' ? 1 : c == ')' || c == ']' || c == '}' ? -1 : 0;
        deepest = std::max(deepest, depth);
    }
    return deepest;
}

// As formulas of the program; of what has no value in its syntax, as objects have none, nothing is said.
std::string assumption(const std::vector<support::NamedValue>& state, std::int64_t depth) {
    std::string result;
    for (const support::NamedValue& value : state) {
        if (value.value.empty() || value.type.empty() || value.value.find('#') != std::string::npos ||
            depth_of(value.value) > depth) {
            continue;
        }
        const bool is_array = value.type.rfind("array", 0) == 0;
        if (is_array && (value.type.find('<') != 5 && value.type.find('<') != 6)) {
            continue; // of several dimensions
        }
        const bool has_elements = is_array && value.value.front() == '[';
        result += fmt::format("{}{}{} == {}", result.empty() ? "" : " && ", value.name, has_elements ? "[..]" : "",
                              value.value);
    }
    return result.empty() ? result : fmt::format("assume {};", result);
}

void add_states(const Declared& declared, const support::Explanation& explanation, const support::SourceRange& failure,
                std::int64_t depth, const Document& document, const Locator& locator, Json& out) {
    const auto add = [&](const support::SourceRange& range, const std::vector<support::NamedValue>& state) {
        const std::string text = assumption(state, depth);
        if (!text.empty() && range.has_file() && locator.document(*range.file) == &document) {
            out.push_back(
                {{"position", to_json(locator.range(range, declared.verdict->edits).start)}, {"assumption", text}});
        }
    };
    if (explanation.kind == support::ExplanationKind::Counterexample) {
        if (explanation.trace.empty()) {
            add(declared.verdict->outcome.name_range, explanation.inputs);
        }
        for (const support::TraceRow& row : explanation.trace) {
            add(row.range, row.state);
        }
    } else {
        add(explanation.subject.has_file() ? explanation.subject : failure, explanation.state);
    }
}

Reply counterexample(Workspace& workspace, const Json& params) {
    const Document& document = document_from(workspace, params);
    std::int64_t depth = kUsualDepth;
    if (params.contains("counterExampleDepth")) {
        const Json& given = params.at("counterExampleDepth");
        if (!given.is_number_integer() || given.get<std::int64_t>() < 0) {
            throw RequestError(ErrorCode::InvalidParams, "counterExampleDepth is no number from 0 on");
        }
        depth = given.get<std::int64_t>();
    }
    const Program* program = workspace.program_of(document);
    Json result = Json::array();
    if (program == nullptr) {
        return {result};
    }
    const Locator locator = workspace.locator();
    for (const Declared& declared : program->declarations()) {
        if (!declared.is_known()) {
            continue;
        }
        for (const support::Diagnostic& failure : declared.verdict->found) {
            if (failure.explanation != nullptr) {
                add_states(declared, *failure.explanation, failure.range, depth, document, locator, result);
            }
        }
    }
    return {result};
}

} // namespace

Json trace_hints(const Workspace& workspace, const Program& program, const Document& document) {
    Json result = Json::array();
    const std::optional<ShownTrace>& shown = workspace.shown_trace();
    if (!shown || shown->program != program.name()) {
        return result;
    }
    const support::Explanation* explanation = shown_explanation(*shown, program);
    if (explanation == nullptr) {
        return result;
    }
    const Locator locator = workspace.locator();
    const EditCounts& edits = edits_of(*shown, program);
    std::map<std::uint32_t, std::string> labels; // by line
    std::map<std::string, std::string> before;
    for (const support::TraceRow& row : explanation->trace) {
        const std::string text = state_text(changes(row, before));
        if (text.empty() || !row.range.has_file() || locator.document(*row.range.file) != &document) {
            continue;
        }
        std::string& label = labels[locator.range(row.range, edits).start.line];
        label += (label.empty() ? "" : "; ") + (row.event.empty() ? text : row.event + ": " + text);
    }
    constexpr auto kEnd = std::numeric_limits<std::uint32_t>::max();
    for (const auto& [line, label] : labels) {
        const Position end = document.lines().position(document.lines().offset({line, kEnd}));
        const bool is_long = label.size() > kLongestLabel;
        Json hint = {{"position", to_json(end)}, {"label", is_long ? shortened(label) : label}, {"paddingLeft", true}};
        if (is_long) {
            hint["tooltip"] = label;
        }
        result.push_back(std::move(hint));
    }
    return result;
}

void add_traces(Features& features) {
    features.insert({{"textDocument/inlayHint", inlay_hints},
                     {"workspace/executeCommand", execute},
                     {"dafny/counterExample", counterexample}});
}

} // namespace daphnia::lsp
