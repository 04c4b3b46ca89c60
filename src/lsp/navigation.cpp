// Names: what they stand for, who uses them, and what has to change for others.
#include "lsp/feature.h"

#include "index/index.h"
#include "index/rename.h"
#include "lsp/hover.h"
#include "lsp/kinds.h"

#include <algorithm>
#include <cctype>
#include <functional>
#include <set>

namespace daphnia::lsp {

namespace {

// The name at a place; null: there is none.
const index::Occurrence* name_at(const TextPlace& place) {
    return place.file == nullptr ? nullptr : place.moment().names().at(*place.file, place.offset);
}

Json location(const Workspace& workspace, const Moment& moment, const support::SourceRange& range) {
    return to_json(workspace.locator().location(range, moment.edits));
}

Reply definition(Workspace& workspace, const Json& params) {
    const TextPlace place = place_from(workspace, params);
    const index::Occurrence* name = name_at(place);
    if (name == nullptr || name->symbol == index::kNoSymbol) {
        return {nullptr};
    }
    const Moment& moment = place.moment();
    return {location(workspace, moment, moment.names().symbol(name->symbol).name_range)};
}

// Of all open programs that have the file of the declaration: others may use it, too.
Json everywhere(Workspace& workspace, const TextPlace& place, const index::Occurrence& name, bool with_declaration) {
    const index::Index& names = place.moment().names();
    const support::SourceRange declared = names.symbol(name.symbol).name_range;
    Json result = Json::array();
    for (const Program* program : workspace.programs()) {
        if (program->moment() == nullptr) {
            continue;
        }
        const Moment& moment = *program->moment();
        const support::SourceFile* file = moment.file(declared.file->path());
        const index::Occurrence* there = file == nullptr ? nullptr : moment.names().at(*file, declared.begin);
        if (there == nullptr || there->symbol == index::kNoSymbol) {
            continue;
        }
        for (const index::Occurrence& use : moment.names().occurrences(there->symbol)) {
            Json found = location(workspace, moment, use.range);
            if ((with_declaration || !use.declares) && std::find(result.begin(), result.end(), found) == result.end()) {
                result.push_back(std::move(found));
            }
        }
    }
    return result;
}

Reply references(Workspace& workspace, const Json& params) {
    const TextPlace place = place_from(workspace, params);
    const index::Occurrence* name = name_at(place);
    if (name == nullptr || name->symbol == index::kNoSymbol) {
        return {Json::array()};
    }
    const bool with_declaration = params.contains("context") && params.at("context").is_object() &&
                                  params.at("context").value("includeDeclaration", false);
    return {everywhere(workspace, place, *name, with_declaration)};
}

Reply highlights(Workspace& workspace, const Json& params) {
    constexpr int kRead = 2; // DocumentHighlightKind
    constexpr int kWrite = 3;
    const TextPlace place = place_from(workspace, params);
    const index::Occurrence* name = name_at(place);
    Json result = Json::array();
    if (name == nullptr || name->symbol == index::kNoSymbol) {
        return {result};
    }
    for (const index::Occurrence& use : place.moment().names().occurrences(name->symbol)) {
        if (use.range.file == place.file) {
            result.push_back({{"range", to_json(place.document->lines().range(use.range.begin, use.range.end))},
                              {"kind", use.declares ? kWrite : kRead}});
        }
    }
    return {result};
}

// Symbols of a file as a tree, each within the one that it is declared in.
class OutlineTree {
  public:
    OutlineTree(const index::Outline& outline, const Document& document) : outline_(outline), document_(document) {
        for (std::size_t i = 0; i < outline.symbols.size(); ++i) {
            if (index::is_declaration(outline.symbols[i].kind)) {
                children_[outline.symbols[i].container].push_back(i);
            }
        }
    }

    Json below(std::size_t container) const {
        Json result = Json::array();
        const auto found = children_.find(container);
        if (found == children_.end()) {
            return result;
        }
        for (const std::size_t number : found->second) {
            const index::Symbol& symbol = outline_.symbols[number];
            const auto range = [&](const support::SourceRange& of) {
                return to_json(document_.lines().range(of.begin, of.end));
            };
            Json entry = {{"name", symbol.name.empty() ? "_" : symbol.name},
                          {"detail", index::name_of(symbol.kind)},
                          {"kind", kinds_of(symbol.kind).symbol},
                          {"range", range(support::cover(symbol.range, symbol.name_range))},
                          {"selectionRange", range(symbol.name_range)}};
            if (Json children = below(number); !children.empty()) {
                entry["children"] = std::move(children);
            }
            result.push_back(std::move(entry));
        }
        return result;
    }

  private:
    const index::Outline& outline_;
    const Document& document_;
    std::map<std::size_t, std::vector<std::size_t>> children_;
};

Reply document_symbols(Workspace& workspace, const Json& params) {
    const Document& document = document_from(workspace, params);
    const support::SourceFile file(document.path(), document.text());
    const index::Outline outline = index::outline(file);
    return {OutlineTree(outline, document).below(index::kNoSymbol)};
}

// Whether the letters of the query stand in the name, in their order.
bool matches(const std::string& name, const std::string& query) {
    std::size_t at = 0;
    for (const char c : query) {
        const auto same = [&](char other) {
            return std::tolower(static_cast<unsigned char>(other)) == std::tolower(static_cast<unsigned char>(c));
        };
        const auto found = std::find_if(name.begin() + static_cast<std::ptrdiff_t>(at), name.end(), same);
        if (found == name.end()) {
            return false;
        }
        at = static_cast<std::size_t>(found - name.begin()) + 1;
    }
    return true;
}

Reply workspace_symbols(Workspace& workspace, const Json& params) {
    const std::string query = params.is_object() ? params.value("query", std::string()) : std::string();
    Json result = Json::array();
    std::set<Json> known;
    for (const Program* program : workspace.programs()) {
        if (program->moment() == nullptr) {
            continue;
        }
        const Moment& moment = *program->moment();
        for (const index::Symbol& symbol : moment.names().symbols()) {
            if (!index::is_declaration(symbol.kind) || !matches(symbol.name, query)) {
                continue;
            }
            Json found = {{"name", symbol.name},
                          {"kind", kinds_of(symbol.kind).symbol},
                          {"location", location(workspace, moment, symbol.name_range)}};
            if (symbol.container != index::kNoSymbol) {
                found["containerName"] = moment.names().symbol(symbol.container).name;
            }
            if (known.insert(found.at("location")).second) {
                result.push_back(std::move(found));
            }
        }
    }
    return {result};
}

Reply prepare_rename(Workspace& workspace, const Json& params) {
    const TextPlace place = place_from(workspace, params);
    const index::Occurrence* name = name_at(place);
    if (name == nullptr || name->symbol == index::kNoSymbol) {
        return {nullptr};
    }
    const std::string refusal = index::cannot_be_renamed(place.moment().names(), name->symbol);
    if (!refusal.empty()) {
        throw RequestError(ErrorCode::RequestFailed, refusal);
    }
    return {{{"range", to_json(place.document->lines().range(name->range.begin, name->range.end))},
             {"placeholder", place.moment().names().symbol(name->symbol).name}}};
}

Reply rename(Workspace& workspace, const Json& params) {
    const TextPlace place = place_from(workspace, params);
    const index::Occurrence* name = name_at(place);
    if (name == nullptr || name->symbol == index::kNoSymbol) {
        throw RequestError(ErrorCode::RequestFailed, "there is no name here that could be another");
    }
    if (!params.contains("newName") || !params.at("newName").is_string()) {
        throw RequestError(ErrorCode::InvalidParams, "parameters without newName");
    }
    const Moment& moment = place.moment();
    const index::Renaming renaming = index::rename(
        moment.names(), name->symbol, params.at("newName").get<std::string>(), workspace.options().program.resolve);
    if (!renaming.refusal.empty()) {
        throw RequestError(ErrorCode::RequestFailed, renaming.refusal);
    }
    const Locator locator = workspace.locator();
    Json changes = Json::object();
    for (const support::SourceRange& range : renaming.ranges) {
        const Location at = locator.location(range, moment.edits);
        changes[at.uri].push_back({{"range", to_json(at.range)}, {"newText", params.at("newName")}});
    }
    return {{{"changes", std::move(changes)}}};
}

Reply hover(Workspace& workspace, const Json& params) {
    const TextPlace place = place_from(workspace, params);
    if (place.file == nullptr) {
        return {nullptr};
    }
    const std::optional<Hover> found = hover_at(place, workspace.locator());
    if (!found) {
        return {nullptr};
    }
    Json result = {{"contents", {{"kind", "markdown"}, {"value", found->markdown}}}};
    if (found->range) {
        result["range"] = to_json(*found->range);
    }
    return {result};
}

} // namespace

void add_navigation(Features& features) {
    features.insert({{"textDocument/hover", hover},
                     {"textDocument/definition", definition},
                     {"textDocument/references", references},
                     {"textDocument/documentHighlight", highlights},
                     {"textDocument/documentSymbol", document_symbols},
                     {"workspace/symbol", workspace_symbols},
                     {"textDocument/prepareRename", prepare_rename},
                     {"textDocument/rename", rename}});
}

} // namespace daphnia::lsp
