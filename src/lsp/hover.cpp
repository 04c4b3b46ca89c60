#include "lsp/hover.h"

#include "index/index.h"
#include "lsp/publication.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace daphnia::lsp {

namespace {

using index::Symbol;

std::string in_code(const std::string& text) {
    return fmt::format("```dafny\n{}\n```", text);
}

// The declaration as it is written, up to its contract; of a variable, its kind, name and type.
std::string heading(const Symbol& symbol) {
    if (index::is_declaration(symbol.kind) && symbol.signature.has_file()) {
        return support::one_line(symbol.signature);
    }
    const std::string type = symbol.type.empty() ? "" : ": " + symbol.type;
    return fmt::format("{}{} {}{}", symbol.ghost ? "ghost " : "", index::name_of(symbol.kind), symbol.name, type);
}

std::string about_symbol(const Symbol& symbol) {
    std::string code = heading(symbol);
    for (const index::ContractClause& clause : symbol.contract) {
        code += "\n  " + support::one_line(clause.range);
    }
    std::string result = in_code(code);
    if (index::is_declaration(symbol.kind) && symbol.ghost) {
        result += "\n\nghost";
    }
    if (symbol.comment.has_file()) {
        result += "\n\n" + index::comment_text(symbol.comment);
    }
    return result;
}

std::string words(verify::Verdict verdict) {
    switch (verdict) {
    case verify::Verdict::Proved:
        return "proved";
    case verify::Verdict::Refuted:
        return "wrong";
    case verify::Verdict::Unproved:
        return "not proved";
    case verify::Verdict::Exhausted:
        return "not decided within the limits";
    }
    return {};
}

std::string cost(std::uint64_t resources) {
    return resources == 0 ? std::string() : fmt::format(" ({} units)", resources);
}

std::string why(const verify::ObligationOutcome& obligation) {
    if (obligation.explanation == nullptr) {
        return {};
    }
    support::Diagnostic diagnostic;
    diagnostic.explanation = obligation.explanation;
    const std::string text = reason_of(diagnostic);
    return text.empty() ? text : fmt::format("\n```\n{}\n```", text);
}

std::string about(const verify::ObligationOutcome& obligation, const support::SourceRange& shown) {
    const std::string clause = shown.has_file() ? fmt::format(" `{}`", support::one_line(shown)) : std::string();
    return fmt::format("\n- {}:{} **{}**{}{}", support::info(obligation.rule()).id, clause, words(obligation.verdict),
                       cost(obligation.resources), why(obligation));
}

std::string summary(const Declared& declared) {
    const verify::Outcome& outcome = declared.verdict->outcome;
    if (!outcome.internal_error.empty()) {
        return "no verdict: " + outcome.internal_error;
    }
    std::size_t proved = 0;
    for (const verify::ObligationOutcome& obligation : outcome.obligations) {
        proved += obligation.verdict == verify::Verdict::Proved ? 1 : 0;
    }
    return fmt::format("{}: {} of {} obligations proved{}{}", words(outcome.verdict()), proved,
                       outcome.obligations.size(), cost(outcome.resources), declared.is_outdated ? " (outdated)" : "");
}

std::string state_of(const Declared& declared) {
    switch (declared.status) {
    case Status::Stale:
        return declared.verdict == nullptr ? "not proved yet" : summary(declared);
    case Status::Queued:
        return "waiting to be proved";
    case Status::Running:
        return "being proved";
    case Status::Error:
    case Status::Correct:
        return summary(declared);
    }
    return {};
}

// The obligations at the place; at the name of a declaration, how far it is.
std::string about_proofs(const TextPlace& place, const Locator& locator) {
    const Declared* declared = place.program->declared_at(place.document->path(), place.offset);
    if (declared == nullptr) {
        return {};
    }
    const support::SourceRange& name = declared->name_range;
    if (name.begin <= place.offset && place.offset <= name.end) {
        return state_of(*declared);
    }
    if (declared->verdict == nullptr) {
        return {};
    }
    const Position cursor = place.document->lines().position(place.offset);
    std::string result;
    for (const verify::ObligationOutcome& obligation : declared->verdict->outcome.obligations) {
        const auto contains = [&](const support::SourceRange& range) {
            if (!range.has_file() || locator.document(*range.file) != place.document) {
                return false;
            }
            const Range at = locator.range(range, declared->verdict->edits);
            return at.start <= cursor && cursor <= at.end;
        };
        const std::vector<ivl::RelatedPlace>& related = obligation.origin.related;
        const auto clause =
            std::find_if(related.begin(), related.end(), [&](const auto& each) { return contains(each.range); });
        if (contains(obligation.origin.range) || clause != related.end()) {
            result += about(obligation, related.empty() ? obligation.origin.range : related.front().range);
        }
    }
    return result.empty() ? result
                          : (declared->is_outdated ? "Outdated obligations here:" : "Obligations here:") + result;
}

} // namespace

std::optional<Hover> hover_at(const TextPlace& place, const Locator& locator) {
    const index::Index& names = place.moment().names();
    Hover result;
    std::optional<support::SourceRange> range;
    if (const index::Occurrence* name = names.at(*place.file, place.offset)) {
        range = name->range;
        if (name->symbol != index::kNoSymbol) {
            result.markdown = about_symbol(names.symbol(name->symbol));
        }
    }
    if (result.markdown.empty()) {
        if (const std::optional<index::TypedPlace> expression = names.expression_at(*place.file, place.offset)) {
            range = expression->range;
            result.markdown = in_code(fmt::format("{}{}: {}", expression->ghost ? "ghost " : "",
                                                  support::one_line(expression->range), expression->type));
        }
    }
    const std::string proofs = about_proofs(place, locator);
    if (!proofs.empty()) {
        result.markdown += (result.markdown.empty() ? "" : "\n\n---\n") + proofs;
    }
    if (result.markdown.empty()) {
        return std::nullopt;
    }
    if (range) {
        result.range = place.document->lines().range(range->begin, range->end);
    }
    return result;
}

} // namespace daphnia::lsp
