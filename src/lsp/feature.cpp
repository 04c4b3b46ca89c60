#include "lsp/feature.h"

namespace daphnia::lsp {

namespace {

Reply verify_symbol(Workspace& workspace, const Json& params) {
    const TextPlace place = place_from(workspace, params);
    return {place.program != nullptr && place.program->prove_at(place.document->path(), place.offset)};
}

Reply cancel_verify_symbol(Workspace& workspace, const Json& params) {
    const TextPlace place = place_from(workspace, params);
    return {place.program != nullptr && place.program->cancel_at(place.document->path(), place.offset)};
}

} // namespace

const Document& document_from(const Workspace& workspace, const Json& params) {
    return workspace.document(text_in(member(params, "textDocument"), "uri"));
}

TextPlace place_from(Workspace& workspace, const Json& params) {
    const Document& document = document_from(workspace, params);
    if (!params.contains("position")) {
        throw RequestError(ErrorCode::InvalidParams, "parameters without a position");
    }
    TextPlace result{&document, workspace.program_of(document)};
    result.offset = document.lines().offset(position_from(params.at("position")));
    if (result.program != nullptr) {
        result.file = result.program->moment()->file(document.path());
    }
    return result;
}

const std::map<std::string, Feature>& features() {
    static const Features table = [] {
        Features all = {
            {"dafny/textDocument/verifySymbol", verify_symbol},
            {"dafny/textDocument/cancelVerifySymbol", cancel_verify_symbol},
        };
        add_navigation(all);
        add_completion(all);
        add_layout(all);
        add_code_actions(all);
        add_traces(all);
        return all;
    }();
    return table;
}

Json capabilities() {
    return {
        {"textDocumentSync", {{"openClose", true}, {"change", 2}, {"save", true}}},
        {"hoverProvider", true},
        {"definitionProvider", true},
        {"referencesProvider", true},
        {"documentHighlightProvider", true},
        {"documentSymbolProvider", true},
        {"workspaceSymbolProvider", true},
        {"renameProvider", {{"prepareProvider", true}}},
        {"completionProvider", {{"triggerCharacters", {".", "@"}}}},
        {"signatureHelpProvider", {{"triggerCharacters", {"(", ","}}}},
        {"codeActionProvider", {{"codeActionKinds", {"quickfix", "refactor.extract", "refactor.rewrite"}}}},
        {"executeCommandProvider", {{"commands", Json::array({"daphnia.showTrace"})}}},
        {"inlayHintProvider", true},
        {"foldingRangeProvider", true},
        {"selectionRangeProvider", true},
        {"documentFormattingProvider", true},
        {"semanticTokensProvider", {{"legend", semantic_legend()}, {"full", true}}},
    };
}

} // namespace daphnia::lsp
