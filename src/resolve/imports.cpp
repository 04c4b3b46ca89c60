// What each import means: its first name is looked up outwards, the others inwards; cycles are reported.
#include "resolve/foreign_names.h"
#include "resolve/modules.h"
#include "resolve/noting.h"
#include "support/spelling.h"

#include <fmt/format.h>

#include <algorithm>

namespace daphnia::resolve {

namespace {

using Part = std::variant<Module*, Import*>;

class ImportResolver {
  public:
    explicit ImportResolver(Globals& globals) : globals_(globals) {}

    bool run() {
        const std::size_t before = globals_.reporter.error_count();
        find_roots(globals_.program);
        visit(&globals_.program);
        if (globals_.reporter.error_count() > before) {
            return false;
        }
        resolve_targets(globals_.program);
        return true;
    }

  private:
    void find_roots(Module& module) {
        for (const auto& import : module.imports) {
            find_root(*import);
        }
        for (const auto& child : module.modules) {
            find_roots(*child);
        }
    }

    // A module of this or an enclosing scope, or another import of this scope; never a module around this one.
    void find_root(Import& import) {
        const ast::Ident& first = import.ast->path.front();
        answer(import);
        for (const Module* scope = import.module; scope != nullptr; scope = scope->parent) {
            const auto found = scope->names.find(first.text);
            if (found == scope->names.end()) {
                continue;
            }
            if (auto* const* module = std::get_if<Module*>(&found->second)) {
                import.root = *module;
                return;
            }
            auto* const* other = std::get_if<Import*>(&found->second);
            if (other != nullptr && *other != &import && scope == import.module) {
                import.root = *other;
                return;
            }
        }
        report_missing(import, 0);
    }

    void report_missing(const Import& import, std::size_t position) {
        forgive(import);
        const std::vector<ast::Ident>& path = import.ast->path;
        if (globals_.refused_names.count(path[position].text) != 0) {
            return;
        }
        std::string where;
        for (const ast::Ident& segment : path) {
            where += (where.empty() ? "" : ".") + segment.text;
        }
        globals_.reporter.error(
            Rule::Unresolved, path[position].range,
            fmt::format("module {} does not exist{}", path[position].text,
                        path.size() == 1 ? std::string() : fmt::format(" (position {} in path {})", position, where)),
            meant_by(import, position));
    }

    // At the start of a path: a module of the scopes around the import.
    static std::string meant_by(const Import& import, std::size_t position) {
        if (position != 0) {
            return {};
        }
        NameSorts modules;
        modules.modules = true;
        std::vector<std::string> names;
        for (const Module* scope = import.module; scope != nullptr; scope = scope->parent) {
            for (const std::string& name : declared_names(*scope, modules)) {
                if (name != import.name) {
                    names.push_back(name);
                }
            }
        }
        const std::string& written = import.ast->path.front().text;
        const std::string near = support::did_you_mean(written, names);
        return near.empty() ? foreign_module(written) : near;
    }

    // What would be opened may declare any name.
    void forgive(const Import& import) {
        if (import.ast->opened) {
            globals_.reporter.forgive_unknown_names();
        }
    }

    // ---- cycles: a module depends on its parts, an import on the first module of its path

    enum class Mark { OnStack, Done };

    void visit(Part part) {
        marks_[part] = Mark::OnStack;
        stack_.push_back(part);
        if (auto* const* module = std::get_if<Module*>(&part)) {
            for (const Part& each : (*module)->parts) {
                follow(each);
            }
        } else {
            follow_root(*std::get<Import*>(part));
        }
        stack_.pop_back();
        marks_[part] = Mark::Done;
    }

    void follow_root(const Import& import) {
        if (auto* const* module = std::get_if<Module*>(&import.root)) {
            follow(*module);
        } else if (auto* const* other = std::get_if<Import*>(&import.root)) {
            follow(*other);
        }
    }

    void follow(Part next) {
        const auto mark = marks_.find(next);
        if (mark == marks_.end()) {
            visit(next);
        } else if (mark->second == Mark::OnStack) {
            report_cycle(std::find(stack_.begin(), stack_.end(), next));
        }
    }

    // Cycles that share something are reported once.
    void report_cycle(std::vector<Part>::const_iterator start) {
        std::string path;
        for (auto part = start; part != stack_.end(); ++part) {
            if (!in_reported_cycle_.insert(*part).second) {
                return;
            }
            path += shown(*part) + " -> ";
        }
        const SourceRange range = std::visit([](const auto* part) { return part->range; }, *start);
        globals_.reporter.error(Rule::Unresolved, range,
                                fmt::format("module definition contains a cycle (note: parent modules implicitly "
                                            "depend on submodules): {}{}",
                                            path, shown(*start)));
    }

    static std::string shown(Part part) {
        const char* what = std::holds_alternative<Module*>(part) ? "module " : "import ";
        return what + std::visit([](const auto* each) { return each->name; }, part);
    }

    // ---- targets

    void resolve_targets(Module& module) {
        for (const auto& import : module.imports) {
            resolve_target(*import);
        }
        for (const auto& child : module.modules) {
            resolve_targets(*child);
        }
    }

    // Without cycles this ends: what it needs are dependencies.
    Module* resolve_target(Import& import) {
        if (import.resolved) {
            return import.target;
        }
        import.resolved = true;
        Module* current = target_of(import.root);
        note_root(import, current);
        for (std::size_t i = 1; i < import.ast->path.size() && current != nullptr; ++i) {
            const auto found = current->names.find(import.ast->path[i].text);
            Module* next = nullptr;
            if (found == current->names.end() || std::holds_alternative<Synonym*>(found->second) ||
                std::holds_alternative<TypeEntry*>(found->second)) {
                report_missing(import, i);
            } else if (auto* const* module = std::get_if<Module*>(&found->second)) {
                next = *module;
            } else {
                next = resolve_target(*std::get<Import*>(found->second));
            }
            if (next != nullptr) {
                note_in(globals_, *current, import.ast->path[i].range, next);
            }
            current = next;
        }
        import.target = current;
        if (current != nullptr && current->abstract && !import.module->abstract) {
            globals_.reporter.error(
                Rule::Misplaced, import.ast->path.front().range,
                fmt::format("a compiled module ({}) is not allowed to import an abstract module ({})",
                            import.module->parent == nullptr ? "_module" : import.module->name, current->qualified));
        }
        return current;
    }

    void note_root(const Import& import, Module* root) {
        auto* const* other = std::get_if<Import*>(&import.root);
        if (other != nullptr && (*other)->ast->alias) {
            note(globals_, import.ast->path.front().range, (*other)->ast->alias->range);
        } else if (root != nullptr) {
            note(globals_, import.ast->path.front().range, root->range);
        }
    }

    // Modules of the scopes around the import.
    void answer(const Import& import) {
        if (!asks(globals_, import.ast->path.front().range)) {
            return;
        }
        std::vector<Offer> offers;
        for (const Module* scope = import.module; scope != nullptr; scope = scope->parent) {
            for (const auto& module : scope->modules) {
                offers.push_back({module->name, module->range});
            }
        }
        listener(globals_)->answer(Asked::PartOfModule, std::move(offers));
    }

    Module* target_of(const std::variant<std::monostate, Module*, Import*>& root) {
        if (auto* const* module = std::get_if<Module*>(&root)) {
            return *module;
        }
        auto* const* import = std::get_if<Import*>(&root);
        return import == nullptr ? nullptr : resolve_target(**import);
    }

    Globals& globals_;
    std::map<Part, Mark> marks_;
    std::vector<Part> stack_;
    std::set<Part> in_reported_cycle_;
};

} // namespace

bool resolve_imports(Globals& globals) {
    return ImportResolver(globals).run();
}

} // namespace daphnia::resolve
