#include "resolve/labels.h"

#include "resolve/noting.h"
#include "resolve/statements.h"
#include "support/spelling.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

namespace daphnia::resolve {

namespace {

bool is_loop(const ast::Stmt& stmt) {
    return std::holds_alternative<ast::While>(stmt.node) || std::holds_alternative<ast::WhileCases>(stmt.node) ||
           std::holds_alternative<ast::For>(stmt.node);
}

// Nothing inside can jump to its label, and what it declares must stay visible behind it.
bool is_simple(const ast::Stmt& stmt) {
    return std::holds_alternative<ast::VarDecl>(stmt.node) || std::holds_alternative<ast::VarPatternDecl>(stmt.node) ||
           std::holds_alternative<ast::Assign>(stmt.node) || std::holds_alternative<ast::ExprStmt>(stmt.node);
}

} // namespace

Labels::Labels(BodyState& state, Statements& statements) : BodyPart(state), statements_(statements) {
    dominating_.push_frame();
    enclosing_.push_frame();
}

std::set<std::string> Labels::take_loop_names() {
    std::set<std::string> result;
    for (const ast::Ident& name : std::exchange(next_loop_labels_, {})) {
        result.insert(name.text);
    }
    return result;
}

Labels::Closed::Closed(Labels& labels) : labels_(labels) {
    enclosing_.push_frame();
    swap();
}

Labels::Closed::~Closed() {
    swap();
}

void Labels::Closed::swap() {
    std::swap(labels_.loops_, loops_);
    std::swap(labels_.enclosing_, enclosing_);
}

bool Labels::declare_label(const typed::Label& label, const char* clash) {
    if (dominating_.find(label.name) != nullptr) {
        reporter().error(Rule::Duplicate, label.range, clash);
        return false;
    }
    dominating_.declare(label.name, &label);
    return true;
}

typed::LabelPtr Labels::assertion_label(const ast::Ident& name) {
    auto label = std::make_unique<const typed::Label>(typed::Label{name.text, name.range});
    assertion_labels_.insert(label.get());
    return label;
}

void Labels::labeled_statement(SourceRange range, const ast::Labeled& node, StmtList& out) {
    const Scope<const LabelTarget>::Frame frame(enclosing_);
    std::vector<typed::LabelPtr> labels;
    for (const ast::Ident& name : node.labels) {
        labels.push_back(std::make_unique<const typed::Label>(typed::Label{name.text, name.range}));
        targets_.push_back(std::make_unique<LabelTarget>(LabelTarget{labels.back().get(), false}));
        const LabelTarget* outer = enclosing_.find(name.text);
        if (outer != nullptr) {
            const bool here = std::any_of(labels.begin(), labels.end(),
                                          [&](const typed::LabelPtr& label) { return label.get() == outer->label; });
            reporter().error(Rule::Duplicate, name.range,
                             here ? "duplicate label" : "label shadows an enclosing label");
            continue;
        }
        targets_.back()->loop = node.stmt && is_loop(*node.stmt);
        enclosing_.declare(name.text, targets_.back().get());
        declare_label(*labels.back(), "label shadows a dominating label");
    }
    StmtList inner;
    if (node.stmt && is_loop(*node.stmt)) {
        next_loop_labels_ = node.labels;
    }
    if (node.stmt) {
        statements_.statement(*node.stmt, inner);
    }
    const bool before = node.stmt && is_simple(*node.stmt);
    StmtList* rest = before ? &out : &inner;
    StmtList wrapped;
    if (!before) {
        wrapped = std::move(inner);
    }
    // The first label is the outermost.
    for (auto label = labels.rbegin(); label != labels.rend(); ++label) {
        StmtList content = std::move(wrapped);
        wrapped.clear();
        add(wrapped, range, false, typed::Block{std::move(content), std::move(*label)});
    }
    for (typed::StmtPtr& stmt : wrapped) {
        out.push_back(std::move(stmt));
    }
    if (before) {
        for (typed::StmtPtr& stmt : inner) {
            rest->push_back(std::move(stmt));
        }
    }
}

void Labels::jump_statement(SourceRange range, const ast::Jump& node, StmtList& out) {
    const std::string kind = node.is_continue ? "continue" : "break";
    if (node.label) {
        const LabelTarget* target = enclosing_.find(node.label->text);
        if (target != nullptr) {
            note(globals_, node.label->range, target->label->range);
        }
        if (target == nullptr) {
            reporter().error(Rule::Unresolved, node.label->range,
                             fmt::format("{} label is undefined or not in scope: {}", kind, node.label->text),
                             support::did_you_mean(node.label->text, enclosing_.names()));
        } else if (node.is_continue && !target->loop) {
            reporter().error(Rule::Misplaced, node.label->range,
                             fmt::format("continue label must designate a loop: {}", node.label->text));
        } else {
            const typed::Label* to = target->label;
            if (node.is_continue) {
                for (const LoopLabels& loop : loops_) {
                    if (loop.labels.count(node.label->text) != 0) {
                        to = loop.next;
                    }
                }
            }
            add(out, range, false, typed::Break{to});
        }
        return;
    }
    std::string words = "a non-labeled '" + kind + "' statement";
    if (node.levels > 1) {
        words = "a '";
        for (std::uint32_t i = 1; i < node.levels; ++i) {
            words += "break ";
        }
        words += kind + "' statement";
    }
    const SourceRange keyword = first_token(range, static_cast<std::uint32_t>(kind.size()));
    if (loops_.empty()) {
        reporter().error(Rule::Misplaced, keyword, words + " is allowed only in loops");
    } else if (loops_.size() < node.levels) {
        reporter().error(Rule::Misplaced, keyword,
                         fmt::format("{} is allowed only in contexts with {} enclosing loops, but the current context "
                                     "only has {}",
                                     words, node.levels, loops_.size()));
    } else {
        const LoopLabels& loop = loops_[loops_.size() - node.levels];
        add(out, range, false, typed::Break{node.is_continue ? loop.next : loop.exit});
    }
}

} // namespace daphnia::resolve
