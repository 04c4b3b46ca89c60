// The expressions of a declaration while it is resolved: all that were built, changeable until their types are settled.
#pragma once

#include "resolve/draft.h"

#include <cstddef>
#include <memory>
#include <unordered_map>
#include <vector>

namespace daphnia::resolve {

struct PendingNode {
    typed::Expr* expr;
    PreType type;
    bool made; // it is not in the text
};

class Nodes {
  public:
    Draft add(std::unique_ptr<typed::Expr> expr, PreType type);
    // It was built for its errors only, but its type is settled with the others.
    void drop(typed::ExprPtr expr) { dropped_.push_back(std::move(expr)); }
    // An expression that was built here, as changeable again.
    Draft reclaim(typed::ExprPtr expr) const;

    const PreType& type_of(const typed::Expr& expr) const { return pending_[index_.at(&expr)].type; }
    // Children before parents.
    const std::vector<PendingNode>& all() const { return pending_; }

    // What is built while there is one spells out what is not in the text, which decides no types.
    class Making {
      public:
        explicit Making(Nodes& nodes) : nodes_(nodes) { ++nodes_.making_; }
        ~Making() { --nodes_.making_; }
        Making(const Making&) = delete;
        Making& operator=(const Making&) = delete;

      private:
        Nodes& nodes_;
    };

  private:
    std::vector<PendingNode> pending_;
    std::unordered_map<const typed::Expr*, std::size_t> index_;
    std::vector<typed::ExprPtr> dropped_;
    int making_ = 0;
};

} // namespace daphnia::resolve
