#include "resolve/findings.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <set>
#include <string>
#include <utility>

namespace daphnia::resolve {

namespace {

// What an import needs before it means anything.
const Module* first_of(const Import& import) {
    if (auto* const* module = std::get_if<Module*>(&import.root)) {
        return *module;
    }
    auto* const* other = std::get_if<Import*>(&import.root);
    return other == nullptr ? nullptr : (*other)->target;
}

// The parts and imports of the module, in the order of the text.
std::vector<const Module*> dependencies(const Module& module) {
    std::vector<const Module*> result;
    for (const auto& part : module.parts) {
        auto* const* child = std::get_if<Module*>(&part);
        const Module* const needed = child != nullptr ? *child : first_of(*std::get<Import*>(part));
        if (needed != nullptr) {
            result.push_back(needed);
        }
    }
    return result;
}

// Which modules fail, by themselves or by what they depend on.
class Failing {
  public:
    explicit Failing(std::function<bool(const Module&)> fails) : fails_(std::move(fails)) {}

    bool operator()(const Module& module) {
        const auto [known, added] = known_.emplace(&module, true);
        if (added) {
            known->second = fails_(module) || depends_on_failing(module);
        }
        return known->second;
    }

    bool depends_on_failing(const Module& module) {
        const std::vector<const Module*> all = dependencies(module);
        return std::any_of(all.begin(), all.end(), [this](const Module* each) { return (*this)(*each); });
    }

  private:
    std::function<bool(const Module&)> fails_;
    std::map<const Module*, bool> known_;
};

bool is_within(const Module& module, const SourceRange& place) {
    return module.extent.file == place.file && module.extent.begin <= place.begin && place.end <= module.extent.end;
}

// Parts may stand elsewhere (module A.B). Null: not in the module.
const Module* innermost(const Module& module, const SourceRange& place) {
    for (const auto& child : module.modules) {
        if (const Module* const found = innermost(*child, place)) {
            return found;
        }
    }
    return is_within(module, place) ? &module : nullptr;
}

// Whether Dafny would find anything to resolve in it, but for its parts.
bool declares_anything(const Module& module) {
    return !module.members.empty() || !module.synonyms.empty() || !module.types.empty() || !module.datatypes.empty();
}

// A module that is passed over because of one of its parts.
void report_passed_over(const Module& module, Failing& failing, support::DiagnosticSink& sink) {
    for (const auto& part : module.parts) {
        if (auto* const* import = std::get_if<Import*>(&part)) {
            const Module* const needed = first_of(**import);
            if (needed != nullptr && failing(*needed)) {
                return;
            }
        } else if (const Module& child = *std::get<Module*>(part); failing(child)) {
            if (declares_anything(module)) {
                sink.error(Rule::Unresolved, child.range,
                           fmt::format("not resolving module '{}' because there were errors in resolving its nested "
                                       "module '{}'",
                                       module.parent == nullptr ? "_module" : module.name, child.name));
            }
            return;
        }
    }
}

void add_after_dependencies(const Module& module, std::vector<Module*>& order, std::set<const Module*>& seen) {
    if (seen.insert(&module).second) {
        for (const Module* const each : dependencies(module)) {
            add_after_dependencies(*each, order, seen);
        }
        order.push_back(const_cast<Module*>(&module));
    }
}

} // namespace

void Findings::report(support::Diagnostic diagnostic) {
    const bool error = diagnostic.severity == support::Severity::Error;
    Phase phase = phase_;
    if (phase_ == Phase::Bodies) {
        phase = diagnostic.rule == Rule::Underspecified ? Phase::OpenTypes : Phase::Names;
    } else if (phase_ == Phase::Ghost && diagnostic.rule == Rule::Characteristic) {
        phase = Phase::Characteristics;
    }
    errors_ += error ? 1 : 0;
    findings_.push_back({std::move(diagnostic), phase});
}

std::map<const Module*, Phase> Findings::failures(const Globals& globals, bool refusals) const {
    std::map<const Module*, Phase> result;
    for (const auto& [diagnostic, phase] : findings_) {
        if (diagnostic.severity == support::Severity::Error && (refusals || diagnostic.rule != Rule::Unsupported)) {
            const auto [first, added] = result.emplace(&module_at(globals, diagnostic.range), phase);
            first->second = std::min(first->second, phase);
        }
    }
    return result;
}

bool Findings::is_open(const Globals& globals, const Module& module) const {
    if (errors_ == 0) {
        return true;
    }
    const auto found = failures(globals, false);
    return !Failing([&](const Module& each) { return found.contains(&each); }).depends_on_failing(module);
}

bool Findings::is_settled(const Globals& globals, const Module& module) const {
    if (errors_ == 0 && globals.unsettled.empty()) {
        return true;
    }
    const auto found = failures(globals, true);
    return !Failing([&](const Module& each) { return found.contains(&each) || globals.unsettled.contains(&each); })(
        module);
}

void Findings::deliver(const Globals& globals, support::DiagnosticSink& sink) const {
    const auto found = failures(globals, true);
    const auto failed = failures(globals, false);
    Failing failing([&](const Module& each) { return failed.contains(&each); });
    std::set<std::string> refused;
    for (const Finding& finding : findings_) {
        const support::Diagnostic& diagnostic = finding.diagnostic;
        if (diagnostic.severity == support::Severity::Error) {
            const Module& module = module_at(globals, diagnostic.range);
            const bool consequence = diagnostic.rule != Rule::Duplicate && failing.depends_on_failing(module);
            if (found.at(&module) < finding.phase || consequence ||
                (diagnostic.rule == Rule::Unsupported && !refused.insert(diagnostic.message).second)) {
                continue;
            }
        }
        sink.report(diagnostic);
    }
    if (!any_errors()) {
        return;
    }
    const std::function<void(const Module&)> visit = [&](const Module& module) {
        for (const auto& child : module.modules) {
            visit(*child);
        }
        report_passed_over(module, failing, sink);
    };
    visit(globals.program);
}

void Findings::deliver_all(support::DiagnosticSink& sink) const {
    for (const Finding& finding : findings_) {
        sink.report(finding.diagnostic);
    }
}

const Module& module_at(const Globals& globals, SourceRange place) {
    const Module* const found = innermost(globals.program, place);
    return found == nullptr ? globals.program : *found;
}

std::vector<Module*> in_order_of_dependency(Globals& globals) {
    std::vector<Module*> order;
    std::set<const Module*> seen;
    add_after_dependencies(globals.program, order, seen);
    return order;
}

} // namespace daphnia::resolve
