// What could be typed at a place, and whose arguments are being typed.
#include "lsp/feature.h"

#include "index/complete.h"
#include "layout/completion.h"
#include "lsp/kinds.h"

#include <algorithm>
#include <set>

namespace daphnia::lsp {

namespace {

// CompletionItemKind of the protocol, of what is no symbol.
constexpr int kProperty = 10;
constexpr int kKeyword = 14;
constexpr int kSnippet = 15;

constexpr int kSnippetFormat = 2; // InsertTextFormat

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
        const int kind = proposal.kind ? kinds_of(*proposal.kind).completion : kProperty;
        items.add(proposal.name, kind, proposal.name, std::move(more));
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
