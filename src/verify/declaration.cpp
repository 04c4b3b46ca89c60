#include "verify/declaration.h"

#include "support/match.h"
#include "typed/walk.h"

#include <fmt/format.h>

#include <algorithm>

namespace daphnia::verify {

namespace {

struct Describe {
    DeclarationInfo operator()(const std::unique_ptr<typed::Function>& f) const {
        return {f->name, f->predicate ? "predicate" : "function", f->name_range, f->attributes, f->body != nullptr};
    }
    DeclarationInfo operator()(const std::unique_ptr<typed::Method>& m) const {
        return {m->name, m->kind == typed::MethodKind::Lemma ? "lemma" : "method", m->name_range, m->attributes,
                m->body != nullptr};
    }
    DeclarationInfo operator()(const std::unique_ptr<typed::Constant>& c) const {
        return {c->name, "constant", c->name_range, c->attributes, c->value != nullptr};
    }
};

bool is_only(const typed::Declaration& declaration) {
    return describe(declaration).attributes.only;
}

bool any_only(const typed::Program& program) {
    return std::any_of(program.declarations.begin(), program.declarations.end(), is_only);
}

// Collects the assumptions of one declaration.
class Finder {
  public:
    Finder(const typed::Declaration& declaration, bool others_only, std::vector<Assumption>& found)
        : about_(describe(declaration)), found_(found) {
        const typed::Attributes& attributes = about_.attributes;
        if (!attributes.verify) {
            add("verify-false", about_.name_range, "{0} '{1}' is not verified ({{:verify false}})");
        } else if (others_only && !attributes.only) {
            add("only", about_.name_range, "{0} '{1}' is not verified (another declaration is marked {{:only}})");
        }
        if (!about_.has_body && about_.kind != "constant") {
            add("no-body", about_.name_range, "{0} '{1}' has no body: its specification is assumed");
        } else if (attributes.axiom) {
            add("axiom", about_.name_range, "{0} '{1}' is an axiom");
        }
        if (const auto* method = std::get_if<std::unique_ptr<typed::Method>>(&declaration)) {
            note_decreases((*method)->decreases, about_.name_range);
        }
        const typed::Children visit{[](const typed::Expr&) {}, [this](const typed::Stmt& stmt) { note(stmt); }};
        typed::for_each_child(declaration, {[&](const typed::Expr& expr) { typed::for_each_below(expr, visit); },
                                            [&](const typed::Stmt& stmt) { typed::for_each_below(stmt, visit); }});
    }

  private:
    void add(std::string id, support::SourceRange range, std::string_view format) {
        found_.push_back(
            {std::move(id), fmt::format(fmt::runtime(format), about_.kind, about_.name), about_.name, range});
    }

    void note_decreases(const typed::Decreases& decreases, support::SourceRange fallback) {
        if (decreases.wildcard) {
            add("decreases-star", decreases.range.has_file() ? decreases.range : fallback,
                "{0} '{1}' need not terminate (decreases *)");
        }
    }

    void note(const typed::Stmt& stmt) {
        if (const auto* assume = std::get_if<typed::Assume>(&stmt.node)) {
            add(assume->axiom ? "assume-axiom" : "assume", stmt.range,
                assume->axiom ? "{0} '{1}' assumes this ({{:axiom}})" : "{0} '{1}' assumes this");
        } else if (const auto* such_that = std::get_if<typed::AssignSuchThat>(&stmt.node)) {
            if (such_that->assumed) {
                add("assume", stmt.range, "{0} '{1}' assumes that such a value exists");
            }
        } else if (const auto* loop = std::get_if<typed::While>(&stmt.node)) {
            if (loop->body == nullptr) {
                add("no-body", stmt.range, "this loop of {0} '{1}' has no body: its specification is assumed");
            }
            note_decreases(loop->decreases, stmt.range);
        } else if (const auto* forall = std::get_if<typed::ForallStatement>(&stmt.node)) {
            if (forall->body == nullptr) {
                add("no-body", stmt.range, "this forall statement of {0} '{1}' has no body: its claim is assumed");
            }
        }
    }

    DeclarationInfo about_;
    std::vector<Assumption>& found_;
};

} // namespace

DeclarationInfo describe(const typed::Declaration& declaration) {
    return support::match(declaration, Describe{});
}

std::vector<const typed::Declaration*> select(const typed::Program& program, std::string_view filter,
                                              support::DiagnosticSink& sink) {
    const bool others_only = any_only(program);
    std::vector<const typed::Declaration*> selected;
    for (const typed::Declaration& declaration : program.declarations) {
        const DeclarationInfo about = describe(declaration);
        if (about.attributes.only) {
            sink.warning(
                "only", about.name_range,
                "members with {:only} temporarily disable the verification of other members in the entire file");
        }
        const bool exempt = !about.attributes.verify || (others_only && !about.attributes.only);
        if (!exempt && about.name.find(filter) != std::string::npos) {
            selected.push_back(&declaration);
        }
    }
    return selected;
}

std::vector<Assumption> assumptions(const typed::Program& program) {
    const bool others_only = any_only(program);
    std::vector<Assumption> found;
    for (const typed::Declaration& declaration : program.declarations) {
        Finder(declaration, others_only, found);
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Assumption& a, const Assumption& b) { return support::comes_before(a.range, b.range); });
    return found;
}

} // namespace daphnia::verify
