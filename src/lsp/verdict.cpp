#include "lsp/verdict.h"

#include "driver/open_texts.h"

namespace daphnia::lsp {

namespace {

std::shared_ptr<const support::Explanation> with_ranges(const std::shared_ptr<const support::Explanation>& explanation,
                                                        const RangeMap& map) {
    if (explanation == nullptr) {
        return nullptr;
    }
    support::Explanation result = *explanation;
    result.subject = map(result.subject);
    result.clause = map(result.clause);
    for (support::TraceRow& row : result.trace) {
        row.range = map(row.range);
    }
    return std::make_shared<const support::Explanation>(std::move(result));
}

} // namespace

std::vector<const support::SourceFile*> Moment::files() const {
    std::vector<const support::SourceFile*> result;
    const driver::Resolved& resolved = program.resolved();
    for (const auto& file : resolved.included) {
        result.push_back(file.get());
    }
    if (resolved.source != nullptr) {
        result.push_back(resolved.source.get());
    }
    return result;
}

const support::SourceFile* Moment::file(const std::string& path) const {
    for (const support::SourceFile* file : files()) {
        if (file->path() == path || driver::location_of(file->path()) == path) {
            return file;
        }
    }
    return nullptr;
}

const index::Index& Moment::names() const {
    if (names_ == nullptr) {
        const driver::Resolved& resolved = program.resolved();
        names_ = std::make_unique<const index::Index>(
            index::Material{files(),
                            resolved.program ? &*resolved.program : nullptr,
                            {&resolved.references, &resolved.references_in_program}});
    }
    return *names_;
}

support::Diagnostic with_ranges(support::Diagnostic diagnostic, const RangeMap& map) {
    diagnostic.range = map(diagnostic.range);
    for (support::Related& related : diagnostic.related) {
        related.range = map(related.range);
    }
    diagnostic.explanation = with_ranges(diagnostic.explanation, map);
    return diagnostic;
}

Verdict with_ranges(Verdict verdict, const RangeMap& map) {
    for (support::Diagnostic& diagnostic : verdict.found) {
        diagnostic = with_ranges(std::move(diagnostic), map);
    }
    verify::Outcome& outcome = verdict.outcome;
    outcome.name_range = map(outcome.name_range);
    for (verify::ObligationOutcome& obligation : outcome.obligations) {
        obligation.origin.range = map(obligation.origin.range);
        for (ivl::RelatedPlace& related : obligation.origin.related) {
            related.range = map(related.range);
        }
        obligation.explanation = with_ranges(obligation.explanation, map);
    }
    for (verify::Warning& warning : outcome.warnings) {
        warning.range = map(warning.range);
    }
    return verdict;
}

Verdict moved(const Verdict& verdict, const Moment& from, const std::shared_ptr<const Moment>& to) {
    Verdict result = with_ranges(verdict, [&](const support::SourceRange& range) {
        return range.has_file() ? driver::moved(range, from.program, to->program) : range;
    });
    result.home = to;
    result.edits = to->edits;
    return result;
}

Verdict archived(const Verdict& verdict) {
    using Files = std::vector<std::unique_ptr<const support::SourceFile>>;
    const auto files = std::make_shared<Files>();
    Verdict result = with_ranges(verdict, [&](support::SourceRange range) {
        if (!range.has_file()) {
            return range;
        }
        for (const auto& file : *files) {
            if (file->path() == range.file->path()) {
                range.file = file.get();
                return range;
            }
        }
        files->push_back(
            std::make_unique<const support::SourceFile>(range.file->path(), std::string(range.file->text())));
        range.file = files->back().get();
        return range;
    });
    result.home = files;
    return result;
}

} // namespace daphnia::lsp
