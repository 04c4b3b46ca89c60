#include "verify/declaration.h"

#include "support/match.h"
#include "typed/type_uses.h"

#include <fmt/format.h>

#include <algorithm>

namespace daphnia::verify {

namespace {

// What a trait leaves to the classes that extend it is not assumed: each of them proves it.
template <typename Member>
bool is_left_to_classes(const Member& member) {
    return member.body == nullptr && typed::has_receiver(member.parameters) &&
           typed::is_class(member.parameters.front()->type) && member.parameters.front()->type.klass->trait;
}

struct Describe {
    DeclarationInfo operator()(const std::unique_ptr<typed::Function>& f) const {
        return {f->name, f->predicate ? "predicate" : "function", f->name_range, f->attributes,
                f->body != nullptr || is_left_to_classes(*f)};
    }
    DeclarationInfo operator()(const std::unique_ptr<typed::Method>& m) const {
        return {m->name, m->kind == typed::MethodKind::Lemma ? "lemma" : "method", m->name_range, m->attributes,
                m->body != nullptr || is_left_to_classes(*m)};
    }
    DeclarationInfo operator()(const std::unique_ptr<typed::Constant>& c) const {
        return {c->name, "constant", c->name_range, c->attributes, c->value != nullptr};
    }
};

// The files in which some declaration is marked {:only}.
std::set<const support::SourceFile*> files_with_only(const typed::Program& program) {
    std::set<const support::SourceFile*> result;
    for (const typed::Declaration& declaration : program.declarations) {
        const DeclarationInfo about = describe(declaration);
        if (about.attributes.only) {
            result.insert(about.name_range.file);
        }
    }
    return result;
}

bool is_exempt(const DeclarationInfo& about, const std::set<const support::SourceFile*>& with_only) {
    return !about.attributes.verify || (!about.attributes.only && with_only.count(about.name_range.file) > 0);
}

// A declaration up to its body: what others believe of it.
struct Heading {
    std::string operator()(const std::unique_ptr<typed::Function>& f) const {
        return up_to(f->range, f->body == nullptr ? nullptr : &f->body->range);
    }
    std::string operator()(const std::unique_ptr<typed::Method>& m) const {
        return up_to(m->range, m->body == nullptr ? nullptr : &m->body->range);
    }
    std::string operator()(const std::unique_ptr<typed::Constant>& c) const { return support::one_line(c->range); }

    static std::string up_to(support::SourceRange whole, const support::SourceRange* body) {
        const bool inside =
            body != nullptr && body->file == whole.file && body->begin >= whole.begin && body->begin < whole.end;
        if (!inside) {
            return support::one_line(whole);
        }
        whole.end = body->begin;
        const std::string_view text = whole.text();
        const std::size_t last = text.find_last_not_of(" \t\r\n{");
        whole.end = whole.begin + static_cast<std::uint32_t>(last == std::string_view::npos ? 0 : last + 1);
        return support::one_line(whole);
    }
};

struct IsCompiled {
    bool operator()(const std::unique_ptr<typed::Function>& f) const { return !f->ghost; }
    bool operator()(const std::unique_ptr<typed::Method>& m) const { return !m->ghost; }
    bool operator()(const std::unique_ptr<typed::Constant>& c) const { return !c->ghost; }
};

// Collects the assumptions of one declaration.
class Finder {
  public:
    Finder(const typed::Declaration& declaration, const std::set<const support::SourceFile*>& with_only,
           std::vector<Assumption>& found)
        : about_(describe(declaration)), heading_(support::match(declaration, Heading{})),
          compiled_(support::match(declaration, IsCompiled{})), found_(found) {
        const typed::Attributes& attributes = about_.attributes;
        if (!attributes.verify) {
            add(support::Rule::VerifyFalse, about_.name_range, "{0} '{1}' is not verified ({{:verify false}})");
        } else if (is_exempt(about_, with_only)) {
            add(support::Rule::Only, about_.name_range,
                "{0} '{1}' is not verified (another declaration is marked {{:only}})");
        }
        if (!about_.has_body && about_.kind != "constant") {
            add(support::Rule::NoBody, about_.name_range, "{0} '{1}' has no body: its specification is assumed");
        } else if (attributes.axiom) {
            add(support::Rule::Axiom, about_.name_range, "{0} '{1}' is an axiom");
        }
        if (const auto* method = std::get_if<std::unique_ptr<typed::Method>>(&declaration)) {
            note_decreases((*method)->decreases, about_.name_range);
        }
        const typed::Children visit{[](const typed::Expr&) {}, [this](const typed::Stmt& stmt) { note(stmt); }};
        typed::for_each_below(declaration, typed::Part::All, visit);
    }

  private:
    void add(support::Rule rule, support::SourceRange range, std::string_view format) {
        const bool of_whole = range == about_.name_range;
        found_.push_back({rule, fmt::format(fmt::runtime(format), about_.kind, about_.name), about_.name, range,
                          of_whole ? heading_ : support::one_line(range), compiled_, about_.attributes.axiom});
    }

    void note_decreases(const typed::Decreases& decreases, support::SourceRange fallback) {
        if (decreases.wildcard) {
            add(support::Rule::DecreasesStar, decreases.range.has_file() ? decreases.range : fallback,
                "{0} '{1}' need not terminate (decreases *)");
        }
    }

    void note(const typed::Stmt& stmt) {
        if (const auto* assume = std::get_if<typed::Assume>(&stmt.node)) {
            add(assume->axiom ? support::Rule::AssumeAxiom : support::Rule::Assume, stmt.range,
                assume->axiom ? "{0} '{1}' assumes this ({{:axiom}})" : "{0} '{1}' assumes this");
        } else if (const auto* such_that = std::get_if<typed::AssignSuchThat>(&stmt.node)) {
            if (such_that->assumed) {
                add(support::Rule::Assume, stmt.range, "{0} '{1}' assumes that such a value exists");
            }
        } else if (std::holds_alternative<typed::Expect>(stmt.node)) {
            add(support::Rule::Expect, stmt.range, "{0} '{1}' goes on only if this holds when it runs (expect)");
        } else if (const auto* loop = std::get_if<typed::While>(&stmt.node)) {
            if (loop->body == nullptr) {
                add(support::Rule::NoBody, stmt.range,
                    "this loop of {0} '{1}' has no body: its specification is assumed");
            }
            note_decreases(loop->decreases, stmt.range);
        } else if (const auto* forall = std::get_if<typed::ForallStatement>(&stmt.node)) {
            if (forall->body == nullptr) {
                add(support::Rule::NoBody, stmt.range,
                    "this forall statement of {0} '{1}' has no body: its claim is assumed");
            }
        }
    }

    DeclarationInfo about_;
    std::string heading_;
    bool compiled_;
    std::vector<Assumption>& found_;
};

} // namespace

DeclarationInfo describe(const typed::Declaration& declaration) {
    return support::match(declaration, Describe{});
}

std::vector<const typed::Declaration*> select(const typed::Program& program, const support::SourceFiles& files,
                                              std::string_view filter, support::DiagnosticSink& sink) {
    const std::set<const support::SourceFile*> with_only = files_with_only(program);
    std::vector<const typed::Declaration*> selected;
    for (const typed::Declaration& declaration : program.declarations) {
        const DeclarationInfo about = describe(declaration);
        if (files.includes(about.name_range)) {
            continue;
        }
        if (about.attributes.only) {
            sink.warning(
                support::Rule::Only, about.name_range,
                "members with {:only} temporarily disable the verification of other members in the entire file");
        }
        if (!is_exempt(about, with_only) && about.name.find(filter) != std::string::npos) {
            selected.push_back(&declaration);
        }
    }
    return selected;
}

std::vector<Assumption> assumptions(const typed::Program& program,
                                    const std::set<const support::SourceFile*>& elsewhere) {
    const std::set<const support::SourceFile*> with_only = files_with_only(program);
    std::vector<Assumption> found;
    for (const typed::Declaration& declaration : program.declarations) {
        if (elsewhere.count(describe(declaration).name_range.file) == 0) {
            Finder(declaration, with_only, found);
        }
    }
    return found;
}

std::size_t count_to_verify(const typed::Program& program, const support::SourceFile& file) {
    const std::set<const support::SourceFile*> with_only = files_with_only(program);
    return static_cast<std::size_t>(
        std::count_if(program.declarations.begin(), program.declarations.end(), [&](const typed::Declaration& each) {
            const DeclarationInfo about = describe(each);
            return about.name_range.file == &file && !is_exempt(about, with_only);
        }));
}

std::optional<Assumption> vacuity(const Outcome& outcome) {
    const auto found = [&](support::Rule rule, std::string_view reason) {
        return Assumption{rule, fmt::format("{} '{}' is never called: {}", outcome.kind, outcome.name, reason),
                          outcome.name, outcome.name_range};
    };
    switch (outcome.vacuity) {
    case Vacuity::None:
        return std::nullopt;
    case Vacuity::Precondition:
        return found(support::Rule::UnmetRequires, "nothing meets its preconditions");
    case Vacuity::Type:
        return found(support::Rule::EmptyType, "the type of a parameter has no value");
    }
    return std::nullopt;
}

} // namespace daphnia::verify
