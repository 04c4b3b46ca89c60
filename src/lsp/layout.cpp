// How a text is laid out: formatting, what can be folded and selected, what each word is.
#include "lsp/feature.h"

#include "index/index.h"
#include "layout/folding.h"
#include "layout/format.h"
#include "layout/highlight.h"
#include "layout/selection.h"
#include "lsp/kinds.h"

#include <array>
#include <string_view>

namespace daphnia::lsp {

namespace {

using layout::TokenKind;

// In the order of TokenKind.
constexpr std::array<const char*, 18> kTokenTypes = {
    "keyword",   "type", "number",     "string",        "comment", "operator", "decorator", "namespace", "class",
    "interface", "enum", "enumMember", "typeParameter", "method",  "function", "property",  "variable",  "parameter"};
// In the order of the bits of TokenModifier.
constexpr std::array<const char*, 4> kTokenModifiers = {"declaration", "readonly", "static", "ghost"};

std::size_t type_number(TokenKind kind) {
    constexpr auto kVariable = static_cast<std::size_t>(TokenKind::Variable);
    return kind == TokenKind::Label ? kVariable : static_cast<std::size_t>(kind);
}

// A document as a text of its own: what is asked here needs no program.
struct Laid {
    explicit Laid(const Document& document) : file(document.path(), document.text()), text(file) {}

    support::SourceFile file;
    layout::Text text;
};

Json edits_of(const std::vector<layout::TextEdit>& edits, const Document& document) {
    Json result = Json::array();
    for (const layout::TextEdit& edit : edits) {
        result.push_back(
            {{"range", to_json(document.lines().range(edit.range.begin, edit.range.end))}, {"newText", edit.text}});
    }
    return result;
}

Reply format(Workspace& workspace, const Json& params) {
    const Document& document = document_from(workspace, params);
    const Laid laid(document);
    const layout::Formatted formatted = layout::format(laid.text);
    if (!formatted.refused.empty()) {
        throw RequestError(ErrorCode::RequestFailed, formatted.refused);
    }
    return {edits_of(formatted.edits, document)};
}

Reply folding(Workspace& workspace, const Json& params) {
    const Laid laid(document_from(workspace, params));
    Json result = Json::array();
    for (const layout::Fold& fold : layout::folds(laid.text)) {
        Json entry = {{"startLine", fold.first_line - 1}, {"endLine", fold.last_line - 1}};
        if (fold.kind == layout::FoldKind::Comment) {
            entry["kind"] = "comment";
        } else if (fold.kind == layout::FoldKind::Imports) {
            entry["kind"] = "imports";
        }
        result.push_back(std::move(entry));
    }
    return {result};
}

Reply selection(Workspace& workspace, const Json& params) {
    const Document& document = document_from(workspace, params);
    if (!params.contains("positions") || !params.at("positions").is_array()) {
        throw RequestError(ErrorCode::InvalidParams, "parameters without positions");
    }
    const Laid laid(document);
    Json result = Json::array();
    for (const Json& position : params.at("positions")) {
        const std::uint32_t offset = document.lines().offset(position_from(position));
        const std::vector<support::SourceRange> ranges = layout::selection_ranges(laid.text, offset);
        Json inner = {{"range", to_json(document.lines().range(offset, offset))}};
        Json outer;
        for (auto range = ranges.rbegin(); range != ranges.rend(); ++range) {
            Json next = {{"range", to_json(document.lines().range(range->begin, range->end))}};
            if (!outer.is_null()) {
                next["parent"] = std::move(outer);
            }
            outer = std::move(next);
        }
        result.push_back(outer.is_null() ? std::move(inner) : std::move(outer));
    }
    return {result};
}

std::vector<layout::SemanticToken> names_of(const Moment& moment, const support::SourceFile& file) {
    std::vector<layout::SemanticToken> result;
    const index::Index& names = moment.names();
    for (const index::Occurrence& name : names.names_in(file)) {
        if (name.symbol == index::kNoSymbol) {
            continue;
        }
        const index::Symbol& symbol = names.symbol(name.symbol);
        std::uint32_t modifiers = name.declares ? layout::kDeclaration : 0U;
        modifiers |= symbol.ghost ? layout::kGhost : 0U;
        const Kinds kinds = kinds_of(symbol.kind);
        modifiers |= kinds.readonly ? layout::kReadonly : 0U;
        result.push_back({name.range, kinds.token, modifiers});
    }
    return result;
}

// Each token by its distance from the one before.
Json encoded(const std::vector<layout::SemanticToken>& tokens, const Lines& lines) {
    Json data = Json::array();
    Position last;
    for (const layout::SemanticToken& token : tokens) {
        const Range range = lines.range(token.range.begin, token.range.end);
        const std::uint32_t down = range.start.line - last.line;
        data.push_back(down);
        data.push_back(down == 0 ? range.start.character - last.character : range.start.character);
        data.push_back(range.end.character - range.start.character);
        data.push_back(type_number(token.kind));
        data.push_back(token.modifiers);
        last = range.start;
    }
    return data;
}

Reply semantic_tokens(Workspace& workspace, const Json& params) {
    const Document& document = document_from(workspace, params);
    Program* program = workspace.program_of(document);
    const support::SourceFile* file = program == nullptr ? nullptr : program->moment()->file(document.path());
    if (file == nullptr) {
        return {nullptr};
    }
    const layout::Text text(*file);
    return {{{"data", encoded(layout::semantic_tokens(text, names_of(*program->moment(), *file)), document.lines())}}};
}

} // namespace

Json semantic_legend() {
    return {{"tokenTypes", kTokenTypes}, {"tokenModifiers", kTokenModifiers}};
}

void add_layout(Features& features) {
    features.insert({{"textDocument/formatting", format},
                     {"textDocument/foldingRange", folding},
                     {"textDocument/selectionRange", selection},
                     {"textDocument/semanticTokens/full", semantic_tokens}});
}

} // namespace daphnia::lsp
