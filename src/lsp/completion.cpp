// What could be typed at a place, and whose arguments are being typed.
#include "lsp/feature.h"

#include "index/complete.h"
#include "layout/completion.h"

#include <algorithm>
#include <set>

namespace daphnia::lsp {

namespace {

using index::SymbolKind;

// CompletionItemKind of the protocol.
constexpr int kMethod = 2;
constexpr int kFunction = 3;
constexpr int kConstructor = 4;
constexpr int kField = 5;
constexpr int kVariable = 6;
constexpr int kClass = 7;
constexpr int kInterface = 8;
constexpr int kModule = 9;
constexpr int kProperty = 10;
constexpr int kEnum = 13;
constexpr int kKeyword = 14;
constexpr int kSnippet = 15;
constexpr int kEnumMember = 20;
constexpr int kConstant = 21;
constexpr int kStruct = 22;
constexpr int kTypeParameter = 25;

constexpr int kSnippetFormat = 2; // InsertTextFormat

int kind_of(const std::optional<SymbolKind>& kind) {
    if (!kind) {
        return kProperty;
    }
    switch (*kind) {
    case SymbolKind::Module:
    case SymbolKind::Import:
    case SymbolKind::Export:
        return kModule;
    case SymbolKind::Class:
    case SymbolKind::Iterator:
        return kClass;
    case SymbolKind::Trait:
        return kInterface;
    case SymbolKind::Datatype:
    case SymbolKind::Codatatype:
        return kEnum;
    case SymbolKind::Newtype:
    case SymbolKind::SubsetType:
    case SymbolKind::Synonym:
    case SymbolKind::AbstractType:
        return kStruct;
    case SymbolKind::TypeParameter:
        return kTypeParameter;
    case SymbolKind::DatatypeConstructor:
        return kEnumMember;
    case SymbolKind::Destructor:
        return kProperty;
    case SymbolKind::Field:
        return kField;
    case SymbolKind::Constant:
        return kConstant;
    case SymbolKind::Function:
    case SymbolKind::Predicate:
        return kFunction;
    case SymbolKind::Method:
    case SymbolKind::Lemma:
        return kMethod;
    case SymbolKind::Constructor:
        return kConstructor;
    case SymbolKind::Parameter:
    case SymbolKind::Result:
    case SymbolKind::Local:
    case SymbolKind::Bound:
    case SymbolKind::PatternVariable:
    case SymbolKind::Label:
        break;
    }
    return kVariable;
}

// Collects items in the order in which they are to be shown.
class Items {
  public:
    Items(const Document& document, const support::SourceRange& word, bool snippets)
        : range_(to_json(document.lines().range(word.begin, word.end))), snippets_(snippets) {}

    void add(const std::string& label, int kind, const std::string& text, Json more = Json::object()) {
        if (!labels_.insert(label).second) {
            return;
        }
        const std::string number = std::to_string(items_.size());
        more["label"] = label;
        more["kind"] = kind;
        more["sortText"] = std::string(5 - std::min<std::size_t>(number.size(), 5), '0') + number;
        more["textEdit"] = {{"range", range_}, {"newText", text}};
        items_.push_back(std::move(more));
    }
    void add_snippet(const layout::Skeleton& skeleton) {
        if (snippets_) {
            add(skeleton.label, kSnippet, skeleton.snippet,
                {{"detail", skeleton.detail}, {"insertTextFormat", kSnippetFormat}});
        }
    }
    Json all() && { return std::move(items_); }

  private:
    Json range_;
    bool snippets_;
    std::set<std::string> labels_;
    Json items_ = Json::array();
};

bool takes_names(layout::Place place) {
    switch (place) {
    case layout::Place::Nothing:
    case layout::Place::Declaration:
    case layout::Place::Clause:
    case layout::Place::Attribute:
        return false;
    case layout::Place::Member:
    case layout::Place::Statement:
    case layout::Place::Expression:
    case layout::Place::Type:
    case layout::Place::Module:
    case layout::Place::Pattern:
    case layout::Place::Label:
        break;
    }
    return true;
}

void add_names(Workspace& workspace, const TextPlace& place, Items& items) {
    const std::optional<index::Completion> found =
        index::complete(place.moment().files(), *place.file, place.offset, workspace.options().program.resolve);
    if (!found) {
        return;
    }
    for (const index::Proposal& proposal : found->proposals) {
        Json more = Json::object();
        if (!proposal.detail.empty()) {
            more["detail"] = (proposal.ghost ? "ghost " : "") + proposal.detail;
        }
        if (!proposal.documentation.empty()) {
            more["documentation"] = proposal.documentation;
        }
        items.add(proposal.name, kind_of(proposal.kind), proposal.name, std::move(more));
    }
}

Reply complete(Workspace& workspace, const Json& params) {
    const TextPlace place = place_from(workspace, params);
    if (place.file == nullptr) {
        return {Json::array()};
    }
    const layout::Text text(*place.file);
    const layout::Completion where = layout::completion_at(text, place.offset);
    Items items(*place.document, where.word, workspace.client().snippets);
    for (const layout::ClauseChoice& clause : where.clauses) {
        if (clause.next) {
            items.add(clause.keyword, kKeyword, clause.keyword + " ");
        }
    }
    if (takes_names(where.place)) {
        add_names(workspace, place, items);
    }
    for (const layout::Skeleton& skeleton : where.skeletons) {
        items.add_snippet(skeleton);
    }
    for (const std::string& keyword : where.keywords) {
        items.add(keyword, kKeyword, keyword);
    }
    return {std::move(items).all()};
}

Reply signature_help(Workspace& workspace, const Json& params) {
    const TextPlace place = place_from(workspace, params);
    if (place.file == nullptr) {
        return {nullptr};
    }
    const std::optional<index::OpenCall> call =
        index::open_call(place.moment().files(), *place.file, place.offset, workspace.options().program.resolve);
    if (!call) {
        return {nullptr};
    }
    Json parameters = Json::array();
    for (const std::string& parameter : call->parameters) {
        parameters.push_back({{"label", parameter}});
    }
    Json signature = {{"label", call->signature}, {"parameters", std::move(parameters)}};
    if (!call->documentation.empty()) {
        signature["documentation"] = call->documentation;
    }
    return {{{"signatures", Json::array({std::move(signature)})},
             {"activeSignature", 0},
             {"activeParameter", call->active}}};
}

} // namespace

void add_completion(Features& features) {
    features.insert({{"textDocument/completion", complete}, {"textDocument/signatureHelp", signature_help}});
}

} // namespace daphnia::lsp
