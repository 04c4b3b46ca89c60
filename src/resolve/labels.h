// Labels and jumps. A labelled statement becomes a block that carries the label (for break and old@), a loop has labels
// of its own for break without a name and for continue.
#pragma once

#include "resolve/body_part.h"
#include "resolve/scope.h"

#include <memory>
#include <set>
#include <string>
#include <vector>

namespace daphnia::resolve {

class Statements;

// Where jumps from inside of a loop go.
struct LoopLabels {
    const typed::Label* exit;
    const typed::Label* next;     // where continue goes
    std::set<std::string> labels; // in the source
};

struct LabelTarget {
    const typed::Label* label;
    bool loop;
};

class Labels : BodyPart {
  public:
    Labels(BodyState& state, Statements& statements);

    // Those that are passed on every way to what is being resolved: old@ can name them.
    Scope<const typed::Label>& dominating() { return dominating_; }
    bool is_of_assertion(const typed::Label* label) const { return assertion_labels_.contains(label); }

    // The names in front of the loop that comes next.
    std::set<std::string> take_loop_names();
    void enter(LoopLabels loop) { loops_.push_back(std::move(loop)); }
    void leave() { loops_.pop_back(); }

    // While one lives, no jump leaves what is resolved.
    class Closed {
      public:
        explicit Closed(Labels& labels);
        ~Closed();
        Closed(const Closed&) = delete;
        Closed& operator=(const Closed&) = delete;

      private:
        void swap();

        Labels& labels_;
        std::vector<LoopLabels> loops_;
        Scope<const LabelTarget> enclosing_;
    };

    void labeled_statement(SourceRange range, const ast::Labeled& node, StmtList& out);
    void jump_statement(SourceRange range, const ast::Jump& node, StmtList& out);
    bool declare_label(const typed::Label& label, const char* clash);
    // Of an assertion or a precondition.
    typed::LabelPtr assertion_label(const ast::Ident& name);

  private:
    Statements& statements_;
    Scope<const typed::Label> dominating_;
    Scope<const LabelTarget> enclosing_;
    std::vector<std::unique_ptr<LabelTarget>> targets_;
    std::vector<LoopLabels> loops_;
    std::set<const typed::Label*> assertion_labels_; // of preconditions, too
    std::vector<ast::Ident> next_loop_labels_;
};

} // namespace daphnia::resolve
