// Quick fixes and refactorings, as the editor asks for them.
#include "lsp/fix.h"

#include <algorithm>
#include <iterator>

namespace daphnia::lsp {

namespace {

// A kind is wanted when it, or a more general one, is named; all are when none is.
bool is_wanted(const std::string& kind, const Json& params) {
    if (!params.contains("context") || !params.at("context").is_object() || !params.at("context").contains("only") ||
        !params.at("context").at("only").is_array()) {
        return true;
    }
    const Json& only = params.at("context").at("only");
    return std::any_of(only.begin(), only.end(), [&](const Json& each) {
        const std::string wanted = each.is_string() ? each.get<std::string>() : std::string();
        return wanted.empty() || kind == wanted || kind.rfind(wanted + ".", 0) == 0;
    });
}

Reply code_actions(Workspace& workspace, const Json& params) {
    if (!params.contains("range")) {
        throw RequestError(ErrorCode::InvalidParams, "parameters without a range");
    }
    const Range range = range_from(params.at("range"));
    Json first = params;
    first["position"] = to_json(range.start);
    const TextPlace place = place_from(workspace, first);
    if (place.file == nullptr) {
        return {Json::array()};
    }
    const Locator locator = workspace.locator();
    const FixSite site(place, range, locator);
    int group = 0;
    std::vector<Change> changes = fixes_of_errors(site, group);
    for (auto more : {fixes_of_proofs(site, group), refactorings(site)}) {
        std::move(more.begin(), more.end(), std::back_inserter(changes));
    }
    std::erase_if(changes, [&](const Change& change) { return !is_wanted(change.kind, params); });
    if (changes.empty()) {
        return {Json::array()};
    }
    return {nullptr, std::make_unique<Trials>(*place.program, workspace.documents(), *place.document,
                                              std::move(changes), workspace.options().trial_time)};
}

} // namespace

void add_code_actions(Features& features) {
    features.insert({{"textDocument/codeAction", code_actions}});
}

} // namespace daphnia::lsp
